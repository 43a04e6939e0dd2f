package org.secretomegraph.linking.standing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a list says of a publication.
 *
 * @param standing what the notice makes of the publication
 * @param date     when the notice was published; empty where the list has no dates
 * @param document DOI or PubMed identifier of the notice, for example {@code doi:10.5555/notice}; may be empty
 */
public record Notice(Standing standing, Optional<LocalDate> date, String document) {
    private static final Comparator<Notice> BY_DATE = Comparator
            .comparing((Notice n) -> n.date().orElse(LocalDate.MIN)).thenComparing(Notice::standing);

    /**
     * The notice that holds among those on one publication: the last that retracts, doubts or reinstates it, since a
     * correction takes none of these back; else the last correction.
     */
    static Optional<Notice> inForce(List<Notice> notices) {
        return notices.stream().filter(n -> n.standing() != Standing.CORRECTED).max(BY_DATE)
                .or(() -> notices.stream().max(BY_DATE));
    }
}
