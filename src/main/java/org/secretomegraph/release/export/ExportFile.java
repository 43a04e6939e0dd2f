package org.secretomegraph.release.export;

/** A file that is not written yet: the name it goes by and its whole text, with LF ends. */
public record ExportFile(String name, String text) {}
