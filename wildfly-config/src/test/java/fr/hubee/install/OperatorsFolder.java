package fr.hubee.install;

import fr.hubee.launcher.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** An archive, and something that looks like a WildFly: its command line takes every script, or none. */
final class OperatorsFolder {
    private static final Path MAIN = Path.of("src/main").toAbsolutePath();

    private final Path folder;
    final Path archive;
    final Path home;
    private final Map<String, String> environment = new TreeMap<>();

    OperatorsFolder(Path folder) throws IOException {
        this.folder = folder;
        archive = folder.resolve("hubee-1");
        home = folder.resolve("wildfly");
        write(archive.resolve("hubee.ear"), "PK fr/hubee/cli/EarMain.class 1");
        copy("server/bin/hubee", "bin/hubee");
        copy("install/installer", "install/installer");
        write(archive.resolve("install/version"), "1");
        write(archive.resolve("install/logging.properties"), "ours");
        for (var script : List.of("cli/stock/install.cli", "cli/install/10-database.cli")) {
            copy(script, "install/" + script);
        }
        for (var module : List.of("org/postgresql/main/postgresql.jar", "fr/hubee/tls/main/hubee-tls.jar")) {
            write(archive.resolve("install/modules").resolve(module), module);
        }
        wildFly("39.0.1.Final");
        write(home.resolve("standalone/configuration/standalone.xml"), "<server/>");
        write(home.resolve("standalone/configuration/logging.properties"), "theirs");
        write(home.resolve("standalone/deployments/README.txt"), "deploy here");
        commandLine("true");
    }

    private void copy(String from, String to) throws IOException {
        var target = archive.resolve(to);
        Files.createDirectories(target.getParent());
        Files.copy(MAIN.resolve(from), target);
        target.toFile().setExecutable(true);
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    OperatorsFolder wildFly(String version) throws IOException {
        var product = home.resolve("modules/system/layers/base/org/jboss/as/product/main");
        Folders.delete(product);
        write(product.resolve("wildfly-feature-pack-product-conf-" + version + ".jar"), "");
        return this;
    }

    /** @param command the shell command that replaces the command line of WildFly */
    OperatorsFolder commandLine(String command) throws IOException {
        return script(home.resolve("bin/jboss-cli.sh"), command);
    }

    OperatorsFolder java(String version) throws IOException {
        environment.put("JAVA_HOME", folder.resolve("java").toString());
        return script(folder.resolve("java/bin/java"), "echo 'openjdk version \"" + version + "\"' >&2");
    }

    private OperatorsFolder script(Path file, String command) throws IOException {
        write(file, "#!/bin/sh\n" + command + "\n");
        file.toFile().setExecutable(true);
        return this;
    }

    /** Runs the installation; returns its output and exit code. */
    String install(String... more) throws IOException, InterruptedException {
        var words =
                new ArrayList<>(List.of(archive.resolve("bin/hubee").toString(), "install", "--home", home.toString()));
        words.addAll(List.of(more));
        return run(words);
    }

    String uninstall() throws IOException, InterruptedException {
        return run(List.of(home.resolve("bin/hubee").toString(), "uninstall"));
    }

    /** Runs the installed command by a link to it, as the one in the PATH. */
    String hubeeInPath(String command) throws IOException, InterruptedException {
        var link = Files.createSymbolicLink(folder.resolve("hubee"), home.resolve("bin/hubee"));
        return run(List.of(link.toString(), command));
    }

    private String run(List<String> words) throws IOException, InterruptedException {
        var said = folder.resolve("said");
        var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("It does not end: " + words);
        }
        return process.exitValue() + ": " + Files.readString(said, StandardCharsets.UTF_8);
    }

    /** Every file of WildFly, with its content. */
    Map<String, String> wildFly() throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(home)) {
            for (var file : all.toList()) {
                files.put(
                        home.relativize(file).toString(),
                        Files.isRegularFile(file) ? Files.readString(file) : "a folder");
            }
        }
        return files;
    }
}
