package org.secretomegraph.linking.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.riot.Lang;
import org.secretomegraph.io.DownloadedFile;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.ReadProgress;
import org.secretomegraph.io.StrictUtf8InputStream;
import org.secretomegraph.io.SyntaxException;

/** An official release on disk: any of the formats, gzip or not, both told by the content. */
public final class OntologyRelease implements OntologySource {
    private static final int BEGINNING = 16 * 1024;

    private final DownloadedFile file;
    private final OntologyFormat format;

    private OntologyRelease(DownloadedFile file, OntologyFormat format) {
        this.file = file;
        this.format = format;
    }

    /** @throws InvalidInputException when there is no such file, or it is in none of the formats */
    public static OntologyRelease open(Path path, ReadProgress progress) {
        DownloadedFile file = DownloadedFile.of(path, progress);
        try (InputStream in = DownloadedFile.plain(Files.newInputStream(path))) {
            byte[] beginning = in.readNBytes(BEGINNING);
            UnsupportedFormat.disguised(beginning).ifPresent(kind -> {
                throw new InvalidInputException(path + ": " + kind.message(file.fileName()));
            });
            OntologyFormat format = OntologyFormat.of(new String(beginning, StandardCharsets.UTF_8)).orElseThrow(
                    () -> new InvalidInputException(path + ": " + UnsupportedFormat.OTHER.message(file.fileName())));
            return new OntologyRelease(file, format);
        } catch (IOException e) {
            throw new InvalidInputException(path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return file.name();
    }

    public OntologyFormat format() {
        return format;
    }

    /** Name of the file without its folder. */
    public String fileName() {
        return file.fileName();
    }

    @Override
    public void sendTo(OntologyHandler handler) {
        try (InputStream in = file.open()) {
            switch (format) {
                case OBO -> OboReader.read(name(), utf8(in), handler);
                case OBO_GRAPHS -> OboGraphsReader.read(file, utf8(in), handler);
                case RDF_XML -> OwlReader.read(name(), Files.size(file.path()), in, Lang.RDFXML, handler);
                case TURTLE -> OwlReader.read(name(), Files.size(file.path()), utf8(in), Lang.TURTLE, handler);
            }
            long size = Files.size(file.path());
            file.progress().at(name(), size, size);
        } catch (IOException e) {
            throw truncated(e);
        } catch (SyntaxException e) {
            throw e.getCause() instanceof IOException why && !(why instanceof CharacterCodingException)
                    ? truncated(why) : e;
        }
    }

    private InvalidInputException truncated(IOException why) {
        return new InvalidInputException(
                name() + ": cannot be read to its end, download it again: " + why.getMessage(), why);
    }

    private InputStream utf8(InputStream in) {
        return StrictUtf8InputStream.ofText(in, name(), "convert it, for example with"
                + " 'iconv -f ISO-8859-1 -t UTF-8', or download it again");
    }

    /** The SHA-256 of the file as it is on disk, in hexadecimal. */
    public String checksum() {
        return file.checksum();
    }
}
