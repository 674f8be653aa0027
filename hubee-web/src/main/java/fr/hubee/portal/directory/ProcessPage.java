package fr.hubee.portal.directory;

import fr.hubee.directory.process.CasePerson;
import fr.hubee.directory.process.FieldKind;
import fr.hubee.directory.process.ProcessField;
import fr.hubee.directory.process.ProcessForm;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.directory.process.RetentionRules;
import fr.hubee.directory.process.SubscriptionValidation;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.lifetime.retention.PurgeForecast;
import fr.hubee.lifetime.retention.RuleReviewService;
import fr.hubee.portal.field.FieldsForm;
import fr.hubee.portal.page.PageMessages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;

/**
 * One démarche; a new one when the address names none. Its form follows from {@link ProcessField}. A change of the retention rules is
 * saved only after the forecast of what it would erase was shown and confirmed.
 */
@Named
@RequestScoped
public class ProcessPage extends FieldsForm<ProcessField> {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("fr.hubee.portal.demarche", Locale.FRENCH);

    @Inject
    ProcessService processes;

    @Inject
    RuleReviewService retention;

    @Inject
    Operators operators;

    @Inject
    @Param(name = "code")
    String code;

    /** The fingerprint of the rules whose forecast was shown and confirmed; null for none. */
    @Inject
    @Param(name = "confirm")
    String confirmed;

    private final Map<ProcessField.Section, List<TypedField>> fields = new EnumMap<>(ProcessField.Section.class);
    private PurgeForecast now;
    private PurgeForecast then;

    @PostConstruct
    void read() {
        if (code != null) {
            var opened = processes.open(caller(), code);
            show(opened.version(), opened.form().values());
        }
    }

    /** Creates this bean before the page is written, and refuses an unknown démarche. */
    public void opened() {
        // see read
    }

    public boolean isNew() {
        return code == null;
    }

    public void save() {
        if (isNew()) {
            register(form());
        } else {
            amend(form());
        }
    }

    private void register(ProcessForm form) {
        if (!PageMessages.fieldErrors(form.problems())) {
            done("La démarche est créée.", processes.register(caller(), form));
        }
    }

    private void amend(ProcessForm form) {
        var known = processes.open(caller(), code).details();
        if (PageMessages.fieldErrors(form.problemsOfChange(known))
                || isForecast(known.retention(), form.over(known).retention())) {
            return;
        }
        processes.amend(caller(), code, getVersion(), form);
        done("Les modifications sont enregistrées." + purgeWaits(), code);
    }

    /** Whether the page must show the forecast: also when other rules were typed after it. */
    private boolean isForecast(RetentionRules known, RetentionRules wanted) {
        if (wanted.equals(known) || wanted.fingerprint().equals(confirmed)) {
            return false;
        }
        now = retention.preview(caller(), code, known);
        then = retention.preview(caller(), code, wanted);
        return true;
    }

    /** Returns a text if a large purge waits for a confirmation, by any author of the change; else an empty one. */
    private String purgeWaits() {
        boolean waits = retention.waiting(caller()).stream()
                .anyMatch(each -> each.processCode().equals(code));
        return waits
                ? " La prochaine purge effacerait beaucoup : elle attend encore votre accord, à la page « Conservation »."
                : "";
    }

    private static void done(String text, String code) {
        PageMessages.success(text, "/demarche?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8));
    }

    private ProcessForm form() {
        var typed = typed(ProcessField.class);
        typed.putIfAbsent(ProcessField.CODE, code);
        return new ProcessForm(typed);
    }

    /** Returns the fields of a part of the form; the code is typed only once. */
    public List<TypedField> fields(ProcessField.Section section) {
        return fields.computeIfAbsent(
                section, // the page asks many times
                any -> Stream.of(ProcessField.values())
                        .filter(field -> field.section() == section && (isNew() || field != ProcessField.CODE))
                        .map(field -> typed(field, choices(field)))
                        .toList());
    }

    private static TypedField typed(ProcessField field, Map<String, String> choices) {
        var kind = field.kind();
        return new TypedField(
                field.name(),
                word(field + ".label", field.label()),
                word(field + ".hint", ""),
                kind.isRequired(),
                switch (kind) {
                    case CODE, NAME, SHORT_NAME, MEGABYTES, DAYS, PERIOD -> "text";
                    case TEXT, FORMATS, OPTIONAL_FORMATS, TYPES -> "lines";
                    case OPERATOR, YES_NO, VALIDATION, PERSON, STATUS -> "choice";
                },
                switch (kind) {
                    case CODE -> 30;
                    case NAME -> 100;
                    case MEGABYTES -> 14;
                    case DAYS -> 10;
                    default -> 20;
                },
                kind == FieldKind.MEGABYTES ? "decimal" : kind == FieldKind.DAYS ? "numeric" : null,
                choices);
    }

    private Map<String, String> choices(ProcessField field) {
        var choices = new LinkedHashMap<String, String>();
        switch (field.kind()) {
            case OPERATOR ->
                operators
                        .getAll()
                        .forEach(operator -> choices.put(
                                operator.key().toString(), operator.details().name() + " (" + operator.key() + ")"));
            case YES_NO -> {
                choices.put("true", "Oui");
                choices.put("false", "Non");
            }
            case VALIDATION ->
                Stream.of(SubscriptionValidation.values())
                        .forEach(each -> choices.put(each.name(), word(field + "." + each, "")));
            case PERSON -> Stream.of(CasePerson.values()).forEach(each -> choices.put(each.name(), each.label()));
            case STATUS -> addStatuses(choices, getValues().get(field.name()));
            default -> {}
        }
        return choices;
    }

    /** Adds the statuses to choose from, with the current one if only the API could have set it. */
    private static void addStatuses(Map<String, String> choices, String current) {
        FieldKind.STATUSES.forEach(
                status -> choices.put(status, CaseStatus.valueOf(status).label()));
        if (current != null && !current.isEmpty()) {
            choices.putIfAbsent(current, current);
        }
    }

    private static String word(String key, String otherwise) {
        return WORDS.containsKey(key) ? WORDS.getString(key) : otherwise;
    }

    public String getCode() {
        return code;
    }

    /** Returns the forecast for the current rules; null when there is nothing to confirm. */
    public PurgeForecast getNow() {
        return now;
    }

    public PurgeForecast getThen() {
        return then;
    }

    /**
     * A field as the page shows it.
     *
     * @param control how it is typed: text, lines or choice
     * @param most how many characters a text may have
     * @param mode of a keyboard; null for the usual one
     * @param choices what each value is called
     */
    public record TypedField(
            String name,
            String label,
            String hint,
            boolean needed,
            String control,
            int most,
            String mode,
            Map<String, String> choices) {}
}
