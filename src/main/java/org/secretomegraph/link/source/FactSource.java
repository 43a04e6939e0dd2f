package org.secretomegraph.link.source;

/** Something that says facts about terms, as often as it is asked. */
public interface FactSource {
    /** How the source is called in messages. */
    String name();

    /** Says everything, from the beginning. */
    void sendTo(FactSink sink);
}
