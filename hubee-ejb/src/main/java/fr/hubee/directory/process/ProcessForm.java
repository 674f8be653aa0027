package fr.hubee.directory.process;

import fr.hubee.directory.organization.RecordValues;
import fr.hubee.kernel.shared.DetailsForm;
import fr.hubee.kernel.shared.FieldProblem;
import java.text.Normalizer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The data typed for a démarche.
 *
 * @param values trimmed; every field has one, empty where nothing was typed
 */
public record ProcessForm(Map<ProcessField, String> values) implements DetailsForm<ProcessField, ProcessDetails> {

    public ProcessForm {
        var tidied = new EnumMap<ProcessField, String>(ProcessField.class);
        for (var field : ProcessField.values()) {
            tidied.put(field, tidy(values.get(field)));
        }
        values = Collections.unmodifiableMap(tidied);
    }

    /** The form filled with the current data, for a change. */
    public static ProcessForm of(String code, ProcessDetails details) {
        var values = new EnumMap<ProcessField, String>(ProcessField.class);
        for (var field : ProcessField.values()) {
            values.put(field, field == ProcessField.CODE ? code : field.kind().shown(field.value(details)));
        }
        return new ProcessForm(values);
    }

    private static String tidy(String typed) {
        if (typed == null) {
            return "";
        }
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\t', ' ')
                .replace('\u00A0', ' ')
                .replace('\u202F', ' ')
                .strip();
    }

    @Override
    public List<FieldProblem<ProcessField>> problems() {
        return Stream.of(ProcessField.values())
                .flatMap(field ->
                        field.problem(get(field)).map(sentence -> new FieldProblem<>(field, sentence)).stream())
                .toList();
    }

    /** Unchanged values are accepted even if only the API could have set them. */
    @Override
    public List<FieldProblem<ProcessField>> problemsOfChange(ProcessDetails known) {
        return problems().stream()
                .filter(problem -> problem.field() != ProcessField.CODE && !isUnchanged(problem.field(), known))
                .toList();
    }

    String get(ProcessField field) {
        return values.get(field);
    }

    /** An unchanged value stays exactly, although it may be shown rounded. */
    @Override
    public ProcessDetails over(ProcessDetails known) {
        return RecordValues.make(ProcessDetails.class, path -> {
            var field = ProcessField.at(path).orElseThrow();
            return known != null && isUnchanged(field, known)
                    ? field.value(known)
                    : field.kind().value(get(field));
        });
    }

    private boolean isUnchanged(ProcessField field, ProcessDetails known) {
        return Objects.equals(get(field), tidy(field.kind().shown(field.value(known))));
    }
}
