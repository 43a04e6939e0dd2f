package org.secretomegraph.linking.standing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A list of publications on which there is a notice.
 *
 * @param name    the file as the user named it
 * @param source  what it is a copy of, as far as the list says so
 * @param date    of when it is, as the list says; empty when it does not
 * @param notices by identifier: {@code doi:} in lower case, {@code pmid:} or {@code pmcid:}
 * @param kinds   which of the three it names publications by
 */
public record StandingList(String name, String source, String date, Map<String, List<Notice>> notices,
        Set<String> kinds) {

    static StandingList of(String name, String source, String date, Map<String, List<Notice>> notices) {
        return new StandingList(name, source, date, notices,
                notices.keySet().stream().map(StandingList::kind).collect(Collectors.toUnmodifiableSet()));
    }

    /** The notice that holds for a publication with these identifiers. */
    Optional<Notice> on(Collection<String> identifiers) {
        return Notice.inForce(identifiers.stream()
                .flatMap(id -> notices.getOrDefault(id, List.of()).stream()).toList());
    }

    /** Whether the list could name a publication with these identifiers: a list of PubMed numbers knows no DOI. */
    boolean canName(Collection<String> identifiers) {
        return identifiers.stream().anyMatch(id -> kinds.contains(kind(id)));
    }

    /** What it is and of when, for example {@code Retraction Watch, newest notice of 2026-06-10}. */
    public String title() {
        return (source.isEmpty() ? name : source) + (date.isEmpty() ? "" : " of " + date);
    }

    private static String kind(String identifier) {
        return identifier.substring(0, identifier.indexOf(':'));
    }
}
