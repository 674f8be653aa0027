package fr.hubee.directory.organization;

import static fr.hubee.directory.organization.OrganizationField.BRANCH_CODE;
import static fr.hubee.directory.organization.OrganizationField.COMPANY_REGISTER;
import static fr.hubee.directory.organization.OrganizationField.TYPE;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.SentCsv;
import fr.hubee.kernel.shared.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        var texts = SentCsv.read(file).open().lines().toList();
        var filled = IntStream.range(0, texts.size())
                .filter(i -> !isEmpty(texts.get(i)))
                .boxed()
                .toList();
        var header = filled.stream().findFirst().map(first -> ImportHeader.read(texts.get(first)));
        if (filled.size() < 2) {
            throw new InvalidRequest(Words.text("directory.import.empty"));
        }
        if (filled.size() - 1 > MOST) {
            throw new InvalidRequest(Words.text("directory.import.tooMany"));
        }
        return filled.stream()
                .skip(1)
                .map(i -> of(i + 1, header.orElseThrow(), texts.get(i)))
                .toList();
    }

    /** A spreadsheet writes separators only for an empty line. */
    private static boolean isEmpty(String line) {
        return line.chars().allMatch(each -> each == ';' || each == ',' || Character.isWhitespace(each));
    }

    private static FileLine of(int number, ImportHeader header, String line) {
        var cells = ImportHeader.cells(line, header.format());
        if (cells.isEmpty()) {
            return new FileLine(number, new OrganizationForm(Map.of()), Words.text("directory.import.unclosed"));
        }
        var form = form(header.columns(), cells.get());
        int wanted = header.columns().size();
        int found = cells.get().size();
        boolean more = cells.get().stream().skip(wanted).anyMatch(cell -> !cell.isBlank());
        return new FileLine(
                number, form, found < wanted || more ? Words.text("directory.import.values", found, wanted) : null);
    }

    private static OrganizationForm form(List<OrganizationField> columns, List<String> cells) {
        var values = new EnumMap<OrganizationField, String>(OrganizationField.class);
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            values.put(columns.get(i), cells.get(i));
        }
        return new OrganizationForm(values);
    }

    /**
     * The header line of a file: its separator, and the field of each column.
     *
     * <p>Records never span lines: an unclosed quotation mark affects its line only.
     */
    private record ImportHeader(CSVFormat format, List<OrganizationField> columns) {

        /** @throws InvalidRequest with the names of missing, unknown or duplicate columns */
        static ImportHeader read(String line) {
            boolean semicolons = line.chars().filter(each -> each == ';').count()
                    >= line.chars().filter(each -> each == ',').count();
            var format = CSVFormat.Builder.create(CSVFormat.DEFAULT)
                    .setDelimiter(semicolons ? ';' : ',')
                    .setIgnoreSurroundingSpaces(true)
                    .get();
            var names = new ArrayList<>(cells(line, format)
                    .orElseThrow(() -> new InvalidRequest(Words.text("directory.import.header.unclosed"))));
            while (!names.isEmpty() && names.get(names.size() - 1).isBlank()) {
                names.remove(names.size() - 1); // a spreadsheet adds empty columns at the end
            }
            return new ImportHeader(format, columns(names));
        }

        private static List<OrganizationField> columns(List<String> names) {
            var columns = new ArrayList<OrganizationField>();
            var unknown = new ArrayList<String>();
            for (int i = 0; i < names.size(); i++) {
                var quoted = names.get(i).isBlank()
                        ? Words.text("directory.import.header.unnamed", i + 1)
                        : Siret.quoted(names.get(i));
                OrganizationField.named(names.get(i)).ifPresentOrElse(columns::add, () -> unknown.add(quoted));
            }
            var known = EnumSet.noneOf(OrganizationField.class);
            var twice = columns.stream()
                    .filter(field -> !known.add(field))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(OrganizationField.class)));
            var missing = Stream.of(TYPE, COMPANY_REGISTER, BRANCH_CODE)
                    .filter(field -> !known.contains(field))
                    .toList();
            var problems = Stream.of(
                            problem("directory.import.header.unknown", String.join(", ", unknown)),
                            problem("directory.import.header.twice", labels(twice)),
                            problem("directory.import.header.missing", labels(missing)))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(" "));
            if (!problems.isEmpty()) {
                throw new InvalidRequest(Words.text(
                        "directory.import.header.columns", labels(List.of(OrganizationField.values())), problems));
            }
            return columns;
        }

        private static Optional<String> problem(String key, String columns) {
            return columns.isEmpty() ? Optional.empty() : Optional.of(Words.text(key, columns));
        }

        private static String labels(Collection<OrganizationField> fields) {
            return fields.stream().map(OrganizationField::label).collect(Collectors.joining(", "));
        }

        /** The values of a line; empty when a quotation mark is not closed. */
        static Optional<List<String>> cells(String line, CSVFormat format) {
            try (var parser = CSVParser.parse(line, format)) {
                return Optional.of(parser.getRecords().get(0).toList());
            } catch (IOException | UncheckedIOException invalid) {
                return Optional.empty();
            }
        }
    }
}
