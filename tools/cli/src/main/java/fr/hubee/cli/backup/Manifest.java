package fr.hubee.cli.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts of a backup, and the digests of its parts: lines of a name and a value, then {@code sha256 DIGEST BYTES NAME} for each file in
 * the folder. It is written last, after its signature: a folder without one is no backup.
 */
record Manifest(Map<String, String> facts, List<String> parts) {
    static final String NAME = "MANIFEST";
    static final String VERSION = "1";
    private static final String FIRST = "hubee-backup " + VERSION;
    private static final String PART = "sha256";
    private static final int WORDS = 4;

    Manifest {
        facts = new LinkedHashMap<>(facts);
        parts = List.copyOf(parts);
    }

    /** @param name of the backup that the folder becomes */
    static void write(Path folder, String name, Map<String, String> facts, ManifestSigner signer) throws IOException {
        var text = new StringBuilder(FIRST).append('\n');
        facts.forEach(
                (fact, value) -> text.append(fact).append(' ').append(value).append('\n'));
        for (var file : files(folder)) {
            try (var bytes = Files.newInputStream(file)) {
                var copied = Copied.of(bytes);
                text.append("%s %s %d %s%n".formatted(PART, copied.sha256(), copied.size(), file.getFileName()));
            }
        }
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        signer.sign(folder, name, bytes);
        Files.write(folder.resolve(NAME), bytes);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(file -> !file.endsWith(NAME) && !file.endsWith(ManifestSigner.FILE))
                    .sorted()
                    .toList();
        }
    }

    /** @throws BackupRefused if it is not signed, or a part is missing or altered */
    static Manifest checked(Path folder, ManifestSigner signer) throws IOException {
        var manifest = signed(folder, signer);
        manifest.requireParts(folder);
        return manifest;
    }

    /** @throws BackupRefused if a part is missing or altered */
    void requireParts(Path folder) throws IOException {
        for (var part : parts) {
            var words = part.split(" ", WORDS);
            var file = folder.resolve(words[WORDS - 1]);
            if (!Files.isRegularFile(file)) {
                throw new BackupRefused(file + " is missing");
            }
            try (var bytes = Files.newInputStream(file)) {
                if (!Copied.of(bytes).sha256().equals(words[1])) {
                    throw new BackupRefused(file + " is not what was backed up");
                }
            }
        }
    }

    /** @throws BackupRefused if it is not signed */
    static Manifest signed(Path folder, ManifestSigner signer) throws IOException {
        signer.requireSigned(folder, bytes(folder));
        return unverified(folder);
    }

    /** Returns a manifest that anybody may have written: its facts may explain a refusal, and nothing else. */
    static Manifest unverified(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        var lines = new String(bytes(folder), StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(FIRST)) {
            throw new BackupRefused(file + " is of another version, or none of a backup");
        }
        var facts = new LinkedHashMap<String, String>();
        var parts = new ArrayList<String>();
        for (var line : lines.subList(1, lines.size())) {
            if (line.startsWith(PART + " ")) {
                parts.add(line);
            } else {
                int space = line.indexOf(' ');
                facts.put(line.substring(0, space), line.substring(space + 1));
            }
        }
        return new Manifest(facts, parts);
    }

    private static byte[] bytes(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new BackupRefused(folder + " is no backup: it has no " + NAME);
        }
        return Files.readAllBytes(file);
    }

    Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }
}
