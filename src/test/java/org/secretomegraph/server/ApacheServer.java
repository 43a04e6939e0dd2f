package org.secretomegraph.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.secretomegraph.RequiredTool;

/** Apache's own web server with one folder of pages, whose {@code .htaccess} holds as it does at w3id.org. */
record ApacheServer(Process process, int port) implements AutoCloseable {
    private static final List<Path> PROGRAMS = List.of(Path.of("/usr/sbin/apache2"), Path.of("/usr/sbin/httpd"));
    private static final List<Path> MODULES =
            List.of(Path.of("/usr/lib/apache2/modules"), Path.of("/usr/lib64/httpd/modules"));
    private static final String NO_APACHE =
            "no Apache with mod_rewrite on this machine; in Debian it is in apache2-bin";
    private static final int PATIENCE = 300;

    /**
     * Starts it, or skips the test that asks for it.
     *
     * @param root   an empty folder; what it may read is below {@code root/www}
     * @param folder the name of the folder with the rules
     * @param rules  the text of its {@code .htaccess}
     */
    static ApacheServer start(Path root, String folder, String rules) throws IOException {
        Path program = PROGRAMS.stream().filter(Files::isExecutable).findFirst().orElse(Path.of(""));
        Path modules =
                MODULES.stream().filter(m -> Files.exists(m.resolve("mod_rewrite.so"))).findFirst().orElse(Path.of(""));
        RequiredTool.mustBe(!program.toString().isEmpty() && !modules.toString().isEmpty(), NO_APACHE);
        Path rulesFile = Files.createDirectories(root.resolve("www").resolve(folder)).resolve(".htaccess");
        Files.writeString(rulesFile, rules);
        for (Path readable : List.of(root, root.resolve("www"), rulesFile.getParent(), rulesFile)) {
            Files.setPosixFilePermissions(readable, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        int port = freePort();
        Path settings = Files.writeString(root.resolve("apache.conf"), settings(root, modules, port));
        // One process: the usual one ends its whole process group when it is stopped, and that is the build's.
        Process process = new ProcessBuilder(program.toString(), "-X", "-d", root.toString(), "-f", settings.toString())
                .redirectErrorStream(true).redirectOutput(root.resolve("said.log").toFile()).start();
        ApacheServer apache = new ApacheServer(process, port);
        apache.waitUntilItListens(root);
        return apache;
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    /** As Debian starts it, without everything that the rules do not need. One who is root becomes nobody. */
    private static String settings(Path root, Path modules, int port) {
        StringBuilder text = new StringBuilder();
        Stream.of("mpm_prefork", "unixd", "authz_core", "dir", "rewrite")
                .filter(m -> Files.exists(modules.resolve("mod_" + m + ".so")))
                .forEach(m -> text.append("LoadModule ").append(m).append("_module ")
                        .append(modules.resolve("mod_" + m + ".so"))
                        .append('\n'));
        return text + """
                ServerName localhost
                Listen 127.0.0.1:%2$d
                PidFile %1$s/apache.pid
                ErrorLog %1$s/error.log
                DocumentRoot %1$s/www
                KeepAlive Off
                User #65534
                Group #65534
                <Directory %1$s/www>
                  AllowOverride All
                  Require all granted
                </Directory>
                """.formatted(root, port);
    }

    private void waitUntilItListens(Path root) throws IOException {
        for (int i = 0; i < PATIENCE; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
                return;
            } catch (IOException notYet) {
                pause();
            }
            if (!process.isAlive()) {
                break;
            }
        }
        close();
        throw new IOException("Apache does not listen: " + Files.readString(root.resolve("said.log"))
                + (Files.exists(root.resolve("error.log")) ? Files.readString(root.resolve("error.log")) : ""));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
