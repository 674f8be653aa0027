package fr.hubee.mail.outbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Finds the text of a template: the deployer's own file, or else the default one. */
public record TemplateFiles(Optional<Path> replaced) {

    /** Returns its location, for error messages. */
    String place(String name) {
        return own(name).map(Path::toString).orElse("mail/" + name);
    }

    String read(String name) {
        var own = own(name);
        try {
            return own.isPresent() ? Files.readString(own.get()) : ours(name);
        } catch (IOException unreadable) { // also for a file that is not UTF-8
            throw broken(name, unreadable.toString(), unreadable);
        }
    }

    private static String ours(String name) throws IOException {
        try (var text = TemplateFiles.class.getResourceAsStream("/mail/" + name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Optional<Path> own(String name) {
        return replaced.map(folder -> folder.resolve(name)).filter(Files::exists);
    }

    IllegalStateException broken(String name, String reason, Exception cause) {
        return new IllegalStateException("The mail template " + place(name) + " cannot be used: " + reason, cause);
    }

    /** A file with an unknown name must be a mistake. */
    void requireOnly(Set<String> known) {
        if (replaced.isEmpty()) {
            return;
        }
        try (var files = Files.list(replaced.get())) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt") || name.endsWith(".html"))
                    .filter(name -> !known.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw broken(name, "no mail has this name", null);
                    });
        } catch (IOException noFolder) {
            throw new IllegalStateException(
                    "The folder of mail templates " + replaced.get() + " cannot be read", noFolder);
        }
    }
}
