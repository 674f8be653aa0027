package fr.hubee.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;

/**
 * The commands that the manual gives to an operator: a block of code below a comment with its name, such as
 * {@code <!-- drill: restore -->}. The drill runs them as they stand, so that a manual that is wrong fails it.
 *
 * @param docs the folder of the manual
 */
record Runbook(Path docs) {

    /** @throws IllegalStateException unless there is exactly one block of that name */
    String commands(String name) throws IOException {
        var block = Pattern.compile("(?s)<!-- drill: " + Pattern.quote(name) + " -->\\s*```bash\n(.*?)```");
        var found = new ArrayList<String>();
        try (var files = Files.list(docs)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".md")).toList()) {
                block.matcher(Files.readString(file)).results().forEach(each -> found.add(each.group(1)));
            }
        }
        if (found.size() != 1) {
            throw new IllegalStateException(docs + " has " + found.size() + " blocks of code with the name " + name);
        }
        return found.get(0);
    }
}
