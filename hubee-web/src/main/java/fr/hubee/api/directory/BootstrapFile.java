package fr.hubee.api.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import fr.hubee.api.http.ApiJson;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.shared.HubeeException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One data file; an error names its entry. */
public class BootstrapFile {
    private final Path path;
    private final JsonNode content;
    private final Validator validator;

    BootstrapFile(Path path, Validator validator) {
        this.path = path;
        this.validator = validator;
        try {
            this.content = ApiJson.mapper().readTree(path.toFile());
        } catch (JsonProcessingException invalid) {
            throw wrong("is no JSON (line " + invalid.getLocation().getLineNr() + ")");
        } catch (IOException invalid) {
            throw wrong("cannot be read: " + invalid.getMessage());
        }
        if (!content.isObject()) {
            throw wrong("is no JSON object");
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    Set<String> blanks() {
        return Blanks.of(content);
    }

    /** Reads the files, and checks that they are filled in, without a hub. */
    public static List<BootstrapFile> check(SettingSource source) {
        return filledIn(new BootstrapSettings(source), null);
    }

    /**
     * Reads the files in their order.
     *
     * @throws IllegalStateException with the names of all texts that a deployer has still to fill in
     */
    static List<BootstrapFile> filledIn(BootstrapSettings settings, Validator validator) {
        var files = settings.files().stream()
                .map(path -> new BootstrapFile(path, validator))
                .toList();
        Blanks.requireNone(files);
        return files;
    }

    /** Runs an action for each entry of an array; an error of the action names the entry too. */
    <T> void each(String array, Class<T> type, Consumer<T> action) {
        each(array, type, (read, entry) -> action.accept(read));
    }

    /** The same for an action that also needs what the type does not have. */
    <T> void each(String array, Class<T> type, BiConsumer<T, JsonNode> action) {
        var entries = content.path(array);
        if (!entries.isArray() && !entries.isMissingNode()) {
            throw wrong(array + " is no list");
        }
        int position = 0;
        for (var entry : entries) {
            var name = array + "[" + position++ + "]";
            try {
                action.accept(read(name, entry, type), entry);
            } catch (HubeeException refused) {
                throw wrong(name + ": " + refused.getMessage());
            }
        }
    }

    private <T> T read(String name, JsonNode entry, Class<T> type) {
        if (!entry.isObject()) {
            throw wrong(name + " is not what it should be");
        }
        T read;
        try {
            read = ApiJson.mapper().treeToValue(entry, type);
        } catch (JsonMappingException invalid) {
            var field = invalid.getPath().stream()
                    .map(step -> String.valueOf(step.getFieldName()))
                    .collect(Collectors.joining("."));
            throw wrong(name + ": " + field + " is not what it should be");
        } catch (JsonProcessingException invalid) {
            throw wrong(name + " is not what it should be");
        }
        validator.validate(read).stream().findFirst().ifPresent(violation -> {
            throw wrong(name + ": " + violation.getPropertyPath() + " " + violation.getMessage());
        });
        return read;
    }

    private IllegalStateException wrong(String what) {
        return new IllegalStateException("The bootstrap file " + name() + ": " + what);
    }

    /** Texts such as {@code <SIRET-DILA>}, which a deployer replaces before the first start: keys never change afterwards. */
    static final class Blanks {
        private static final Pattern BLANK = Pattern.compile("<[^<>]+>");

        private Blanks() {}

        /** @throws IllegalStateException with the names of all texts that are left in these files */
        static void requireNone(List<BootstrapFile> files) {
            var left = files.stream()
                    .filter(file -> !file.blanks().isEmpty())
                    .map(file -> file.name() + " (" + String.join(", ", file.blanks()) + ")")
                    .collect(Collectors.joining("; "));
            if (!left.isEmpty()) {
                throw new IllegalStateException("The bootstrap files are not filled in: " + left
                        + ". Replace each of these texts, or remove the entries that have them");
            }
        }

        /** Returns them in the order of the file, each once. */
        static Set<String> of(JsonNode content) {
            var found = new LinkedHashSet<String>();
            collect(content, found);
            return found;
        }

        private static void collect(JsonNode node, Set<String> found) {
            if (node.isTextual() && BLANK.matcher(node.textValue()).matches()) {
                found.add(node.textValue());
            }
            node.forEach(child -> collect(child, found));
        }
    }
}
