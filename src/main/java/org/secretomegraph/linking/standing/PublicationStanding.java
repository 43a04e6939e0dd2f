package org.secretomegraph.linking.standing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a publication stands, and by what.
 *
 * @param notice  the notice that holds, one of {@link Standing#NO_NOTICE} when no list has any
 * @param source  the lists that were looked at, with their dates
 */
public record PublicationStanding(Notice notice, String source) {
    private static final Notice NONE = new Notice(Standing.NO_NOTICE, Optional.empty(), "");

    /** The gravest of what the lists say; empty when none of them could name the publication. */
    static Optional<PublicationStanding> of(Collection<String> identifiers, List<StandingList> lists) {
        List<StandingList> apt = lists.stream().filter(list -> list.canName(identifiers)).toList();
        return apt.isEmpty() ? Optional.empty()
                : Optional.of(new PublicationStanding(apt.stream().flatMap(list -> list.on(identifiers).stream())
                        .max(Comparator.comparing(Notice::standing)).orElse(NONE),
                        apt.stream().map(StandingList::title).collect(Collectors.joining("; "))));
    }

    /** How the publication stands. */
    public Standing standing() {
        return notice.standing();
    }
}
