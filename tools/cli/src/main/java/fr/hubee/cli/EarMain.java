package fr.hubee.cli;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Starts the preflight, the migrations, the check of a journal or receipt, a backup or a restore, from an EAR, without a server:
 * {@code java -cp hubee.ear:driver.jar …}. Java reads no archives inside an archive: the needed ones are copied to a temporary folder.
 */
public final class EarMain {
    private static final Map<String, String> COMMANDS = Map.of(
            "verify-journal",
            "fr.hubee.cli.verify.VerifyJournalCommand",
            "verify-receipt",
            "fr.hubee.cli.verify.VerifyReceiptCommand",
            "keys",
            "fr.hubee.cli.preflight.KeysCommand",
            "backup",
            "fr.hubee.cli.backup.BackupCommand",
            "restore",
            "fr.hubee.cli.backup.BackupCommand",
            "webhooks",
            "fr.hubee.cli.backup.BackupCommand");

    private static final String WEB_CLASSES = "WEB-INF/classes/";

    private EarMain() {}

    public static void main(String... arguments) throws ReflectiveOperationException, IOException, URISyntaxException {
        var ear = Path.of(EarMain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var folder = Files.createTempDirectory("hubee-schema");
        int status;
        try {
            status = run(copied(ear, folder), arguments);
        } finally {
            delete(folder);
        }
        System.exit(status);
    }

    private static int run(URL[] archives, String... arguments) throws ReflectiveOperationException, IOException {
        try (var loader = new URLClassLoader(archives, EarMain.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            var command = COMMANDS.getOrDefault(
                    arguments.length > 0 ? arguments[0] : "", "fr.hubee.cli.preflight.SchemaCommand");
            return (int) loader.loadClass(command).getMethod("run", List.class).invoke(null, List.of(arguments));
        }
    }

    private static URL[] copied(Path ear, Path folder) throws IOException {
        var archives = new ArrayList<URL>();
        try (var zip = new ZipFile(ear.toFile())) {
            for (var entry : zip.stream()
                    .filter(each -> each.getName().matches("hubee-ejb\\.jar|hubee-cli\\.zip|lib/[^/]+\\.jar"))
                    .toList()) {
                var copy = folder.resolve(Path.of(entry.getName()).getFileName());
                try (var bytes = zip.getInputStream(entry)) {
                    Files.copy(bytes, copy);
                }
                archives.add(url(copy));
            }
            archives.add(url(webClasses(zip, folder)));
        }
        return archives.toArray(URL[]::new);
    }

    /** Returns the classes of the web module, which check its settings. */
    private static Path webClasses(ZipFile ear, Path folder) throws IOException {
        var target = Files.createDirectory(folder.resolve("web"));
        try (var war = new ZipInputStream(ear.getInputStream(ear.getEntry("hubee-web.war")))) {
            for (var entry = war.getNextEntry(); entry != null; entry = war.getNextEntry()) {
                if (entry.getName().startsWith(WEB_CLASSES) && !entry.isDirectory()) {
                    var file = target.resolve(entry.getName().substring(WEB_CLASSES.length()))
                            .normalize();
                    Files.createDirectories(file.getParent());
                    Files.copy(war, file);
                }
            }
        }
        return target;
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
