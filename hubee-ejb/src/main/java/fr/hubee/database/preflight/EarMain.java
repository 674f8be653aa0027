package fr.hubee.database.preflight;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/**
 * Starts {@link SchemaCommand}, {@link KeysCommand}, the check of a journal or receipt, a backup or its way back, from an EAR, without a
 * server: {@code java -cp hubee.ear:driver.jar …}. Java reads no archives inside of an archive: those that are needed are
 * copied to a folder, which is deleted in the end.
 */
public final class EarMain {
    private static final Map<String, String> COMMANDS = Map.of(
            "verify-journal",
            "fr.hubee.audit.verify.VerifyCommand",
            "verify-receipt",
            "fr.hubee.receipt.verify.VerifyReceiptCommand",
            "keys",
            "fr.hubee.database.preflight.KeysCommand",
            "backup",
            "fr.hubee.backup.BackupCommand",
            "restore",
            "fr.hubee.backup.BackupCommand");

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
                    arguments.length > 0 ? arguments[0] : "", "fr.hubee.database.preflight.SchemaCommand");
            return (int) loader.loadClass(command).getMethod("run", List.class).invoke(null, List.of(arguments));
        }
    }

    private static URL[] copied(Path ear, Path folder) throws IOException {
        var archives = new ArrayList<URL>();
        try (var zip = new ZipFile(ear.toFile())) {
            for (var entry : zip.stream()
                    .filter(each -> each.getName().matches("hubee-ejb\\.jar|lib/[^/]+\\.jar"))
                    .toList()) {
                var copy = folder.resolve(Path.of(entry.getName()).getFileName());
                try (var bytes = zip.getInputStream(entry)) {
                    Files.copy(bytes, copy);
                }
                archives.add(url(copy));
            }
        }
        return archives.toArray(URL[]::new);
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
