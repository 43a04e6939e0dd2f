package org.secretomegraph.linking.release;

/** Something that says facts about terms, as often as it is asked. */
public interface OntologySource {
    /** How the source is called in messages. */
    String name();

    /** Says everything, from the beginning. */
    void sendTo(OntologyHandler handler);
}
