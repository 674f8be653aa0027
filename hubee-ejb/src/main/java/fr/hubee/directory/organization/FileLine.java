package fr.hubee.directory.organization;

import static fr.hubee.directory.organization.OrganizationField.BRANCH_CODE;
import static fr.hubee.directory.organization.OrganizationField.COMPANY_REGISTER;
import static fr.hubee.directory.organization.OrganizationField.TYPE;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.SentCsv;
import fr.hubee.kernel.shared.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * A line of an organisation file, split into values.
 *
 * @param number as an editor shows it
 * @param problem why it cannot be read; null when it can
 */
record FileLine(int number, OrganizationForm form, String problem) {
    static final int MOST = 50_000;

    /**
     * The non-empty lines after the header.
     *
     * @throws InvalidRequest with a message, when the whole file is invalid
     */
    static List<FileLine> read(InputStream file) {
        var lines = new ArrayList<FileLine>();
        try (var reader = SentCsv.read(file).open()) {
            read(reader, lines);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible); // reads from memory
        }
        if (lines.isEmpty()) {
            throw new InvalidRequest(Words.text("directory.import.empty"));
        }
        return lines;
    }

    private static void read(BufferedReader reader, List<FileLine> lines) throws IOException {
        ImportHeader header = null;
        int number = 0;
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.chars().allMatch(each -> each == ';' || each == ',' || Character.isWhitespace(each))) {
                continue; // a spreadsheet writes separators only for an empty line
            }
            if (header == null) {
                header = ImportHeader.read(line);
                continue;
            }
            if (lines.size() == MOST) {
                throw new InvalidRequest(Words.text("directory.import.tooMany"));
            }
            lines.add(of(number, header, line));
        }
    }

    private static FileLine of(int number, ImportHeader header, String line) {
        var cells = header.cells(line);
        if (cells.isEmpty()) {
            return new FileLine(number, new OrganizationForm(Map.of()), Words.text("directory.import.unclosed"));
        }
        var form = form(header.columns(), cells.get());
        int wanted = header.columns().size();
        int found = cells.get().size();
        boolean more = cells.get().stream().skip(wanted).anyMatch(cell -> !cell.isBlank());
        if (found < wanted || more) {
            return new FileLine(number, form, Words.text("directory.import.values", found, wanted));
        }
        return new FileLine(number, form, null);
    }

    private static OrganizationForm form(List<OrganizationField> columns, List<String> cells) {
        var values = new EnumMap<OrganizationField, String>(OrganizationField.class);
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            values.put(columns.get(i), cells.get(i));
        }
        return new OrganizationForm(values);
    }

    /**
     * The header line of a file: the field of each column, and the separator.
     *
     * <p>Records never span lines: an unclosed quotation mark affects its line only.
     */
    private static final class ImportHeader {
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
                    .orElseThrow(() -> new InvalidRequest(Words.text("directory.import.header.unclosed"))));
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
                    .map(i -> names.get(i).isBlank()
                            ? Words.text("directory.import.header.unnamed", i + 1)
                            : Siret.quoted(names.get(i)))
                    .toList();
            var missing = Stream.of(TYPE, COMPANY_REGISTER, BRANCH_CODE)
                    .filter(field -> !known.contains(field))
                    .toList();
            if (!unknown.isEmpty()) {
                problems.add(Words.text("directory.import.header.unknown", String.join(", ", unknown)));
            }
            if (!twice.isEmpty()) {
                problems.add(Words.text("directory.import.header.twice", labels(List.copyOf(twice))));
            }
            if (!missing.isEmpty()) {
                problems.add(Words.text("directory.import.header.missing", labels(missing)));
            }
            return problems;
        }

        private static void refuse(List<String> problems) {
            if (!problems.isEmpty()) {
                throw new InvalidRequest(Words.text(
                        "directory.import.header.columns",
                        labels(List.of(OrganizationField.values())),
                        String.join(" ", problems)));
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
            } catch (IOException | UncheckedIOException invalid) {
                return Optional.empty();
            }
        }

        List<OrganizationField> columns() {
            return columns;
        }
    }
}
