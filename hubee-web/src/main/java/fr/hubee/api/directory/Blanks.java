package fr.hubee.api.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts such as {@code <SIRET-DILA>}, which a deployer replaces before the first start: keys never change afterwards. */
final class Blanks {
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
