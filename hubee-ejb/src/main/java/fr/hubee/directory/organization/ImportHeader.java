package fr.hubee.directory.organization;

import static fr.hubee.directory.organization.OrganizationField.BRANCH_CODE;
import static fr.hubee.directory.organization.OrganizationField.COMPANY_REGISTER;
import static fr.hubee.directory.organization.OrganizationField.TYPE;

import fr.hubee.kernel.shared.InvalidRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * The header line of a file: the field of each column, and the separator.
 *
 * <p>Records never span lines: an unclosed quotation mark affects its line only.
 */
final class ImportHeader {
    private static final CSVFormat COMMAS = CSVFormat.Builder.create(CSVFormat.DEFAULT)
            .setIgnoreSurroundingSpaces(true)
            .get();
    private static final CSVFormat SEMICOLONS =
            CSVFormat.Builder.create(COMMAS).setDelimiter(';').get();

    private final char separator;
    private final List<OrganizationField> columns;

    private ImportHeader(char separator, List<OrganizationField> columns) {
        this.separator = separator;
        this.columns = columns;
    }

    /** @throws InvalidRequest with the names of missing, unknown or duplicate columns */
    static ImportHeader read(String line) {
        char separator = line.chars().filter(each -> each == ';').count()
                        >= line.chars().filter(each -> each == ',').count()
                ? ';'
                : ',';
        var names = new ArrayList<>(cells(line, separator)
                .orElseThrow(() -> new InvalidRequest(
                        "La première ligne a un guillemet qui n’est pas refermé : corrigez les noms des colonnes.")));
        while (!names.isEmpty() && names.get(names.size() - 1).isBlank()) {
            names.remove(names.size() - 1); // a spreadsheet adds empty columns at the end
        }
        var found = names.stream().map(OrganizationField::named).toList();
        refuse(problems(names, found));
        return new ImportHeader(
                separator, found.stream().flatMap(Optional::stream).toList());
    }

    private static List<String> problems(List<String> names, List<Optional<OrganizationField>> found) {
        var problems = new ArrayList<String>();
        var known = EnumSet.noneOf(OrganizationField.class);
        var twice = EnumSet.noneOf(OrganizationField.class);
        found.stream()
                .flatMap(Optional::stream)
                .filter(field -> !known.add(field))
                .forEach(twice::add);
        var unknown = Stream.iterate(0, i -> i + 1)
                .limit(names.size())
                .filter(i -> found.get(i).isEmpty())
                .map(i -> names.get(i).isBlank() ? "colonne " + (i + 1) + ", sans nom" : Quoted.of(names.get(i)))
                .toList();
        var missing = Stream.of(TYPE, COMPANY_REGISTER, BRANCH_CODE)
                .filter(field -> !known.contains(field))
                .toList();
        if (!unknown.isEmpty()) {
            problems.add("Colonnes inconnues : " + String.join(", ", unknown) + ".");
        }
        if (!twice.isEmpty()) {
            problems.add("Colonnes présentes deux fois : " + labels(List.copyOf(twice)) + ".");
        }
        if (!missing.isEmpty()) {
            problems.add("Colonnes manquantes : " + labels(missing) + ".");
        }
        return problems;
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidRequest(String.join(" ", problems) + " La première ligne du fichier donne les noms des"
                    + " colonnes, séparés par « ; » ou « , » : " + labels(List.of(OrganizationField.values())) + ".");
        }
    }

    private static String labels(List<OrganizationField> fields) {
        return fields.stream().map(OrganizationField::label).collect(Collectors.joining(", "));
    }

    /** The values of a line; empty when a quotation mark is not closed. */
    Optional<List<String>> cells(String line) {
        return cells(line, separator);
    }

    private static Optional<List<String>> cells(String line, char separator) {
        try (var parser = CSVParser.parse(line, separator == ';' ? SEMICOLONS : COMMAS)) {
            return Optional.of(parser.getRecords().get(0).toList());
        } catch (IOException | UncheckedIOException unclosed) {
            return Optional.empty();
        }
    }

    List<OrganizationField> columns() {
        return columns;
    }
}
