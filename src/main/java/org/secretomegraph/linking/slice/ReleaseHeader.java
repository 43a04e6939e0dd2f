package org.secretomegraph.linking.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.secretomegraph.linking.release.HeaderField;

/** What a release said of itself. */
public final class ReleaseHeader {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final Pattern FOLDER = Pattern.compile("(?:^|purl\\.obolibrary\\.org/obo/)([A-Za-z]+)/");

    private final List<String> versions = new ArrayList<>();
    private final Set<String> imports = new TreeSet<>();
    private String date = "";
    private String ontology = "";
    private String title = "";
    private String license = "";

    public void take(HeaderField field, String value) {
        switch (field) {
            case ONTOLOGY -> ontology = ontology.isEmpty() ? value : ontology;
            case VERSION -> versions.add(value);
            case DATE -> date = value.replaceFirst("^(\\d{2}):(\\d{2}):(\\d{4})\\b.*$", "$3-$2-$1");
            case IMPORT -> imports.add(value);
            case TITLE -> title = value;
            case LICENSE -> license = value;
        }
    }

    /** The ontology's IRI; empty when the release does not state it. */
    String ontology() {
        return ontology;
    }

    /**
     * The last part of the ontology's IRI without its ending and edition: {@code cl} for {@code obo/cl/cl-base.owl}.
     */
    public String shortName() {
        return ontology.replaceFirst("[/#]+$", "").replaceFirst("^.*/", "").replaceFirst("\\.[a-z]+$", "")
                .replaceFirst("-(base|basic|simple|full|non-classified|plus|edit)$", "").toLowerCase(Locale.ROOT);
    }

    /**
     * The name of the ontology that it is made of, as the OBO Foundry's addresses have it
     * (https://obofoundry.org/principles/fp-003-uris.html): {@code cl} for {@code obo/cl/subsets/some_slim.owl}.
     */
    String family() {
        Matcher folder = FOLDER.matcher(ontology);
        return folder.find() ? folder.group(1).toLowerCase(Locale.ROOT) : shortName();
    }

    /**
     * Whether it holds some of the ontology's terms only: then a term that it lacks may be in the ontology all the
     * same.
     */
    public boolean isSubset() {
        return ontology.contains("/subsets/") || shortName().matches(".*[-_](slim|subset|view)");
    }

    /** The date of the release where one is stated in any form, else the version as stated. */
    public Optional<String> version() {
        Optional<String> date = versions.stream().sorted().map(DATE::matcher).filter(Matcher::find).map(Matcher::group)
                .findFirst();
        return date.or(() -> versions.stream().min((a, b) -> Integer.compare(a.length(), b.length())))
                .or(() -> Optional.of(this.date).filter(d -> DATE.matcher(d).matches()));
    }

    /** What a reader of the release has to know: that it is not the whole ontology. */
    public Optional<String> note(String release) {
        String first = imports.stream().limit(3).collect(Collectors.joining(", "));
        return imports.isEmpty() ? Optional.empty() : Optional.of(release + " imports " + first
                + (imports.size() > 3 ? " and " + (imports.size() - 3) + " more" : "")
                + ", which is not read: take a merged"
                + " release, for example made with 'robot merge', if terms or parents are missing");
    }

    public Optional<String> title() {
        return Optional.of(title).filter(t -> !t.isEmpty());
    }

    Optional<String> license() {
        return Optional.of(license).filter(l -> l.startsWith("http"));
    }
}
