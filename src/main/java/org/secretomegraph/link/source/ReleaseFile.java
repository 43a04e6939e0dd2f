package org.secretomegraph.link.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.riot.Lang;
import org.secretomegraph.graph.BadInput;

/** An official release on disk: any of the formats, gzip or not, both told by the content. */
public final class ReleaseFile implements FactSource {
    private static final int BEGINNING = 16 * 1024;

    private final DataFile file;
    private final SourceFormat format;

    private ReleaseFile(DataFile file, SourceFormat format) {
        this.file = file;
        this.format = format;
    }

    /** @throws BadInput when there is no such file, or it is in none of the formats */
    public static ReleaseFile open(Path path, Progress progress) {
        DataFile file = DataFile.of(path, progress);
        try (InputStream in = DataFile.plain(Files.newInputStream(path))) {
            byte[] beginning = in.readNBytes(BEGINNING);
            NoRelease.disguised(beginning).ifPresent(kind -> {
                throw new BadInput(path + ": " + kind.told(file.fileName()));
            });
            SourceFormat format = SourceFormat.of(new String(beginning, StandardCharsets.UTF_8)).orElseThrow(() ->
                    new BadInput(path + ": " + NoRelease.OTHER.told(file.fileName())));
            return new ReleaseFile(file, format);
        } catch (IOException e) {
            throw new BadInput(path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return file.name();
    }

    public SourceFormat format() {
        return format;
    }

    /** Name of the file without its folder. */
    public String fileName() {
        return file.fileName();
    }

    @Override
    public void sendTo(FactSink sink) {
        try (InputStream in = file.open()) {
            switch (format) {
                case OBO -> OboReader.read(name(), new Utf8Input(in, name()), sink);
                case OBO_GRAPHS -> OboGraphsReader.read(name(), new Utf8Input(in, name()), sink);
                case RDF_XML -> RdfReader.read(name(), new XmlEntities(in), Lang.RDFXML, sink);
                case TURTLE -> RdfReader.read(name(), new Utf8Input(in, name()), Lang.TURTLE, sink);
            }
            long size = Files.size(file.path());
            file.progress().at(name(), size, size);
        } catch (IOException e) {
            throw new BadInput(name() + ": cannot be read to its end, download it again: " + e.getMessage(), e);
        }
    }

    /** The SHA-256 of the file as it is on disk, in hexadecimal. */
    public String checksum() {
        return file.checksum();
    }
}
