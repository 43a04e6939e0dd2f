package org.secretomegraph;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Another Java process, with the class path of the tests: for what is shown only by a program that starts, stops or is
 * killed.
 */
public final class JavaProcess {
    /** Such a process lives for seconds, most of which a better compiler would take. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private JavaProcess() {}

    /** @param options of the virtual machine */
    public static ProcessBuilder of(List<String> options, Class<?> main) {
        return of(options, main.getName());
    }

    /** The program, as a person starts it. */
    public static ProcessBuilder secretome(String... arguments) {
        return secretome(List.of(), arguments);
    }

    /** @param options of the virtual machine */
    public static ProcessBuilder secretome(List<String> options, String... arguments) {
        return of(options, "org.secretomegraph.Launcher", arguments);
    }

    private static ProcessBuilder of(List<String> options, String main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SHORT_LIVED);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Waits until a server says where it is, and returns that address. */
    public static String url(BufferedReader err) throws IOException {
        List<String> said = new ArrayList<>();
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            said.add(line);
            if (line.contains("ready at ")) {
                return line.replaceFirst(".* ", "");
            }
        }
        throw new AssertionError("the server did not start: " + said);
    }
}
