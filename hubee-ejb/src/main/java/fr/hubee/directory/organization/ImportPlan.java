package fr.hubee.directory.organization;

import fr.hubee.directory.organization.ImportReport.FieldChange;
import fr.hubee.directory.organization.ImportReport.ImportLine;
import fr.hubee.directory.organization.ImportReport.ImportOutcome;
import fr.hubee.kernel.shared.FieldProblem;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Words;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides, line by line in file order, what to do with each line. */
final class ImportPlan {
    private final Map<OrganizationKey, OrganizationDetails> known;
    private final Map<OrganizationKey, Integer> lines = new HashMap<>();

    /** @param known the whole register */
    ImportPlan(Map<OrganizationKey, OrganizationDetails> known) {
        this.known = known;
    }

    PlannedLine take(FileLine line) {
        var form = line.form();
        if (line.problem() != null) {
            return refused(line, List.of(line.problem()));
        }
        if (!form.problemsOfKey().isEmpty()) {
            return refused(line, sentences(form.problems(), field -> isInFile(form, field)));
        }
        var key = form.key();
        var first = lines.putIfAbsent(key, line.number());
        if (first != null) {
            return refused(line, List.of(Words.text("directory.import.twice", first)));
        }
        var before = known.get(key);
        var problems = before == null ? problemsOfNew(form) : sentences(form.problemsOfChange(before), any -> true);
        if (!problems.isEmpty()) {
            return refused(line, problems);
        }
        var after = form.over(before);
        var report = new ImportLine(
                line.number(),
                form.typedKey(),
                after.name(),
                outcome(before, after),
                List.of(),
                before == null ? List.of() : changes(before, after));
        return new PlannedLine(report, key, before, after);
    }

    private static List<FieldChange> changes(OrganizationDetails before, OrganizationDetails after) {
        return Stream.of(OrganizationField.values())
                .filter(field -> !field.isOfKey())
                .map(field -> new FieldChange(
                        field.label(), shown(field.value(null, before)), shown(field.value(null, after))))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    private static String shown(Object value) {
        return value == null ? "" : value.toString();
    }

    private static ImportOutcome outcome(OrganizationDetails before, OrganizationDetails after) {
        if (before == null) {
            return ImportOutcome.CREATED;
        }
        return before.equals(after) ? ImportOutcome.UNCHANGED : ImportOutcome.UPDATED;
    }

    /** A file without the mandatory columns of a new organisation can still change existing ones. */
    private static List<String> problemsOfNew(OrganizationForm form) {
        var missing = Stream.of(OrganizationField.values())
                .filter(field -> field.isRequired() && !form.values().containsKey(field))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(OrganizationField.class)));
        var others = sentences(form.problems(), field -> !missing.contains(field));
        if (missing.isEmpty()) {
            return others;
        }
        var labels = missing.stream().map(OrganizationField::label).collect(Collectors.joining(", "));
        return Stream.concat(Stream.of(Words.text("directory.import.new", labels)), others.stream())
                .toList();
    }

    private static boolean isInFile(OrganizationForm form, OrganizationField field) {
        return field.isOfKey() || form.values().containsKey(field);
    }

    private static List<String> sentences(
            List<FieldProblem<OrganizationField>> problems, Predicate<OrganizationField> wanted) {
        return problems.stream()
                .filter(problem -> wanted.test(problem.field()))
                .map(FieldProblem::sentence)
                .toList();
    }

    private static PlannedLine refused(FileLine line, List<String> sentences) {
        var form = line.form();
        var name = form.values().getOrDefault(OrganizationField.NAME, "");
        var report = new ImportLine(line.number(), form.typedKey(), name, ImportOutcome.REFUSED, sentences, List.of());
        return new PlannedLine(report, null, null, null);
    }

    /**
     * The planned change for a line of a file.
     *
     * @param key null when the line is refused
     * @param before the current data; null for a new organisation
     */
    record PlannedLine(ImportLine report, OrganizationKey key, OrganizationDetails before, OrganizationDetails after) {

        boolean isNew() {
            return report.outcome() == ImportOutcome.CREATED;
        }

        boolean isChange() {
            return report.outcome() == ImportOutcome.UPDATED;
        }
    }
}
