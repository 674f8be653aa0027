package fr.hubee.people.account;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.SentCsv;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.identity.Civility;
import fr.hubee.people.identity.Identity;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a file of agents. The content of a line is checked by the rules of the form of an account, not here. */
public final class AgentFile {
    private static final int MOST_AGENTS = 200;

    private AgentFile() {}

    /** @throws InvalidRequest with the next step, when its columns are not those of agents, or it has too many lines */
    public static List<AgentLine> read(String text) {
        var lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() < 2) {
            throw new InvalidRequest(Words.text("people.agentFile.empty"));
        }
        if (lines.size() > MOST_AGENTS + 1) {
            throw new InvalidRequest(Words.text("people.agentFile.tooLong", MOST_AGENTS));
        }
        var format = CSVFormat.Builder.create(CSVFormat.DEFAULT)
                .setDelimiter(lines.get(0).contains(";") ? ';' : ',')
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            var records = parser.getRecords();
            var columns = columns(records.get(0).toList());
            return records.stream()
                    .skip(1)
                    .filter(record -> record.stream().anyMatch(cell -> !cell.isBlank()))
                    .map(record -> line(record, columns))
                    .toList();
        } catch (IOException | UncheckedIOException invalid) {
            throw new InvalidRequest(Words.text("people.agentFile.quote"));
        }
    }

    private static Map<AgentColumn, Integer> columns(List<String> names) {
        var columns = new EnumMap<AgentColumn, Integer>(AgentColumn.class);
        var problems = new ArrayList<String>();
        for (int each = 0; each < names.size(); each++) {
            var name = names.get(each);
            var column = AgentColumn.named(name);
            if (column.isEmpty() && !name.isBlank()) {
                problems.add(Words.text("people.agentFile.unknownColumn", name));
            } else if (column.isPresent() && columns.putIfAbsent(column.get(), each) != null) {
                problems.add(Words.text("people.agentFile.twice", name));
            }
        }
        var missing = Stream.of(AgentColumn.values())
                .filter(column -> column != AgentColumn.FUNCTION && !columns.containsKey(column))
                .map(AgentColumn::label)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            problems.add(Words.text("people.agentFile.missing", missing));
        }
        if (!problems.isEmpty()) {
            throw new InvalidRequest(String.join(" ", problems));
        }
        return columns;
    }

    private static AgentLine line(CSVRecord record, Map<AgentColumn, Integer> columns) {
        var cells = new EnumMap<AgentColumn, String>(AgentColumn.class);
        columns.forEach((column, place) -> cells.put(column, place < record.size() ? record.get(place) : ""));
        var identity = new Identity(
                civility(cells.get(AgentColumn.CIVILITY)),
                cells.get(AgentColumn.FIRST_NAME),
                cells.get(AgentColumn.LAST_NAME),
                cells.get(AgentColumn.FUNCTION),
                cells.get(AgentColumn.PHONE),
                null);
        return new AgentLine(
                record.getRecordNumber(),
                cells.get(AgentColumn.EMAIL),
                identity,
                codes(cells.get(AgentColumn.PROCESSES)));
    }

    /** « M. », « M », « Mme » ; null for anything else. */
    private static Civility civility(String text) {
        return Stream.of(Civility.values())
                .filter(each -> each.label().replace(".", "").equalsIgnoreCase(text.replace(".", "")))
                .findFirst()
                .orElse(null);
    }

    /** Codes with spaces, commas or new lines between them. */
    private static Set<String> codes(String text) {
        return Stream.of(text.split("[\\s,]+", -1))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The columns of a file of agents, in any order. */
    private enum AgentColumn {
        CIVILITY("people.field.civility"),
        FIRST_NAME("people.field.firstName"),
        LAST_NAME("people.field.lastName"),
        FUNCTION("people.field.function"),
        EMAIL("people.field.email"),
        PHONE("people.agentFile.phone"),
        PROCESSES("people.agentFile.processes");

        private final String key;

        AgentColumn(String key) {
            this.key = key;
        }

        String label() {
            return Words.text(key);
        }

        /** Returns its label, and the one of files made for older releases. */
        private Stream<String> names() {
            return this == EMAIL ? Stream.of(label(), Words.text("people.field.email.other")) : Stream.of(label());
        }

        static Optional<AgentColumn> named(String name) {
            return Stream.of(values())
                    .filter(column -> column.names()
                            .anyMatch(each -> SentCsv.plainName(each).equals(SentCsv.plainName(name))))
                    .findFirst();
        }
    }

    /**
     * One agent of a file, as it is written there.
     *
     * @param number of the line in the file; the first one has the names of the columns
     */
    public record AgentLine(long number, String email, Identity identity, Set<String> processCodes) {}
}
