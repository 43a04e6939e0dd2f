package org.secretomegraph.vocab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which spellings are one name, and which are not. */
class NameNormalizerTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({"IL-6;IL6;il 6;Il_6", "interleukin 6;Interleukin-6;INTERLEUKIN6",
            "TGF-β1;TGFβ1;TGFb1;TGFB1;TGF beta 1;TGF-beta-1;TGFbeta1;tgf-b1;TGF Beta1",
            "TNF-α;TNFα;TNFa;TNF alpha;TNFalpha",
            "NF-κB;NFκB;NF-kappaB;NFkappaB;NFKB;NF kappa B", "IFN-γ;IFNg;IFNgamma;IFN gamma",
            "interleukin 1 beta;interleukin-1β;Interleukin 1b", "β1 integrin;beta-1 integrin;B1 integrins",
            "tumour;tumor;tumors", "haematopoiesis;hematopoiesis", "ischaemia;ischemia", "oedema;edema",
            "extracellular vesicle;extracellular vesicles;Extracellular-Vesicle",
            "Müller glia;muller glia;Mu\u0308ller glia",
            "therapies;therapy", "GO:0001525;GO_0001525;go 0001525", "10 μm;10 µm;10 mu m"})
    void oneNameHasOneKey(String spellings) {
        assertEquals(1, Arrays.stream(spellings.split(";")).map(NameNormalizer::key).distinct().count(),
                () -> Arrays.stream(spellings.split(";")).map(s -> s + " -> " + NameNormalizer.key(s)).toList()
                        .toString());
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource({"B cell,beta cell", "IL-1,IL-11", "IL-1 alpha,IL-1 beta", "virus,viru", "T cell,cell", "TGFB1,TGFB2"})
    void otherNamesHaveOtherKeys(String one, String other) {
        assertNotEquals(NameNormalizer.key(one), NameNormalizer.key(other));
    }

    @ParameterizedTest(name = "[{0}]")
    @CsvSource(value = {"''", "'   '", "'-+/'", "'\u0308'", "'\ud83e\uddec'", "'\ud83e'"})
    void whatHoldsNoWordHasNoKey(String nothing) {
        assertEquals("", NameNormalizer.key(nothing));
    }
}
