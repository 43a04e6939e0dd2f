package org.secretomegraph.importing.go;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The evidence codes of GAF and the classes of the Evidence and Conclusion Ontology that they stand for, which for some
 * depends on the reference: http://purl.obolibrary.org/obo/eco/gaf-eco-mapping.txt (release of 2024-07-19).
 */
public enum GoEvidence {
    EXP("0000269"), HDA("0007005"), HEP("0007007"), HGI("0007003"), HMP("0007001"), HTP("0006056"), IBA("0000318"),
    IBD("0000319"), IC("0000305"), IDA("0000314"),
    IEA("0000501", Map.ofEntries(Map.entry("GO_REF:0000002", "0000256"), Map.entry("GO_REF:0000004", "0007322"),
            Map.entry("GO_REF:0000023", "0007322"), Map.entry("GO_REF:0000035", "0000265"),
            Map.entry("GO_REF:0000107", "0000249"), Map.entry("GO_REF:0000108", "0000363"))),
    IEP("0000270"), IGC("0000317", Map.of("GO_REF:0000025", "0000354")), IGI("0000316"), IKR("0000320"), IMP("0000315"),
    IPI("0000353"), IRD("0000321"), ISA("0000247"), ISM("0000255"), ISO("0000266"),
    ISS("0000250", Map.of("GO_REF:0000011", "0000255", "GO_REF:0000012", "0000031", "GO_REF:0000027", "0000031")),
    NAS("0000303"), ND("0000307"), RCA("0000245"), TAS("0000304");

    /** Codes that never have a with or from (GAF 2.2, column 8). */
    private static final List<GoEvidence> WITHOUT_WITH = List.of(IDA, TAS, NAS, ND);
    /** Codes that always have one. */
    private static final List<GoEvidence> WITH_WITH = List.of(IEA, IC, IGI, IPI, ISS);

    private final String number;
    private final Map<String, String> byReference;

    GoEvidence(String number) {
        this(number, Map.of());
    }

    GoEvidence(String number, Map<String, String> byReference) {
        this.number = number;
        this.byReference = byReference;
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }

    /** The class of evidence, as a CURIE. */
    String eco(List<String> references) {
        return "ECO:"
                + references.stream().filter(byReference::containsKey).map(byReference::get).findFirst().orElse(number);
    }

    boolean mayHaveWith() {
        return !WITHOUT_WITH.contains(this);
    }

    boolean mustHaveWith() {
        return WITH_WITH.contains(this);
    }
}
