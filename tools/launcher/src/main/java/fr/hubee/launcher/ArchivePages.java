package fr.hubee.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The manual as the archive has it: without the pages of developers, and without links to them. */
public final class ArchivePages {
    private final List<String> leftOut;
    private final Pattern lost;
    private final Pattern lostInBrackets;

    /** @param leftOut the beginnings of paths, as seen from the folder of the manual, that the archive does not have */
    ArchivePages(List<String> leftOut) {
        this.leftOut = leftOut;
        var paths = leftOut.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        var link = "\\[([^\\]]*)\\]\\((?:" + paths + ")[^)]*\\)";
        lost = Pattern.compile(link);
        lostInBrackets = Pattern.compile("\\s*\\(" + link + "(?:,\\s+" + link + ")*\\)");
    }

    /** Copies the manual: from which folder, to which one, then what is left out. */
    public static void main(String... arguments) throws IOException {
        var all = List.of(arguments);
        new ArchivePages(all.subList(2, all.size())).copy(Path.of(all.get(0)), Path.of(all.get(1)));
    }

    private void copy(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            Folders.delete(to);
        }
        try (var files = Files.walk(from)) {
            files.filter(Files::isRegularFile)
                    .filter(file ->
                            leftOut.stream().noneMatch(from.relativize(file).toString()::startsWith))
                    .forEach(file -> copyFile(file, to.resolve(from.relativize(file))));
        }
    }

    private void copyFile(Path file, Path copy) {
        try {
            Files.createDirectories(copy.getParent());
            if (file.toString().endsWith(".md")) {
                Files.writeString(copy, withoutLostLinks(Files.readString(file)));
            } else {
                Files.copy(file, copy);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the page with the text of each lost link in its place. Brackets that hold nothing else go, as does the number of a decision. */
    String withoutLostLinks(String page) {
        return lost.matcher(lostInBrackets.matcher(page).replaceAll(""))
                .replaceAll(
                        link -> Matcher.quoteReplacement(link.group(1).replaceFirst("^(ADR )?(\\d+)$", "decision $2")));
    }
}
