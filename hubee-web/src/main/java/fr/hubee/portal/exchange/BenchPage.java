package fr.hubee.portal.exchange;

import fr.hubee.clients.bench.BenchRun;
import fr.hubee.clients.bench.BenchRun.State;
import fr.hubee.clients.bench.BenchService;
import fr.hubee.clients.bench.Scenario;
import fr.hubee.clients.bench.SeenCall;
import fr.hubee.directory.subscription.SoftwareCertificate;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.Address;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.omnifaces.cdi.Param;

/** « Banc d’essai »: starts scenarios for a software, and shows how far they are and what is wrong with it. */
@Named
@RequestScoped
public class BenchPage extends PersonPage {
    private static final String PROFILE = "profil:";

    @Inject
    BenchService bench;

    @Inject
    @Param(name = "identifiant")
    String id;

    @Inject
    @Param(name = "essai")
    String chosen;

    private final Once<List<Scenario>> scenarios = new Once<>(() -> bench.scenarios(caller(), id));
    private final Once<List<BenchRun>> runs = new Once<>(() -> bench.last(caller(), id));
    private final Once<BenchRun> run = new Once<>(this::shown);
    private final Once<List<SeenCall>> calls =
            new Once<>(() -> getRun() == null ? List.of() : bench.seen(caller(), getRun().id()));
    private final Once<List<String>> clients = new Once<>(() -> bench.clients(caller()));

    /** Refuses the page to others, and where there is no bench, before any of it is written. */
    public void opened() {
        if (isChosen()) {
            runs.get();
        } else {
            clients.get();
        }
    }

    /** Whether this hub has a bench. */
    public boolean isOn() {
        return bench.isOn();
    }

    /** Whether the address names a software. */
    public boolean isChosen() {
        return id != null && !id.isBlank();
    }

    public String getId() {
        return id;
    }

    /** Returns the software of the user. */
    public List<String> getClients() {
        return clients.get();
    }

    public List<Scenario> getScenarios() {
        return scenarios.get();
    }

    /** Returns the profiles of these scenarios. */
    public List<String> getProfiles() {
        return scenarios.get().stream()
                .flatMap(each -> each.profiles().stream())
                .distinct()
                .sorted()
                .toList();
    }

    public List<BenchRun> getRuns() {
        return runs.get();
    }

    /** Returns the run that the address names, or else the one that runs, or the last one; null without any. */
    public BenchRun getRun() {
        return run.get();
    }

    private BenchRun shown() {
        var wanted = chosen == null ? null : QueryParameter.id(chosen);
        var all = runs.get();
        return all.stream()
                .filter(each -> wanted == null
                        ? each.state() == State.RUNNING
                        : each.id().equals(wanted))
                .findFirst()
                .or(() -> all.stream().filter(BenchRun::isOver).findFirst())
                .or(() -> all.stream().findFirst())
                .orElse(null);
    }

    public List<SeenCall> getCalls() {
        return calls.get();
    }

    /** Returns how many calls of the run HubEE has refused. */
    public long getRefused() {
        return getCalls().stream().filter(SeenCall::isRefused).count();
    }

    /** Returns how many refused calls of the run the software has corrected since. */
    public long getCorrected() {
        return getCalls().stream()
                .filter(SeenCall::isRefused)
                .filter(call -> getCalls().stream().anyMatch(call::isCorrectedBy))
                .count();
    }

    /** Whether the software has called without its name or version, which a certificate needs. */
    public boolean isUnnamed() {
        return !getCalls().isEmpty()
                && SoftwareCertificate.majorVersion(getRun().software()).isEmpty();
    }

    /** Whether any scenario of this software is not over: then the page draws itself again. */
    public boolean isBusy() {
        return !runs.get().stream().allMatch(BenchRun::isOver);
    }

    public String title(BenchRun run) {
        return scenarios.get().stream()
                .filter(each -> each.name().equals(run.scenario()))
                .map(each -> each.title().fr())
                .findFirst()
                .orElse(run.scenario());
    }

    /** Returns the badge of a status that looks like the state. */
    public String badge(Enum<?> state) {
        return switch (state.name()) {
            case "WAITING" -> "SENT";
            case "RUNNING" -> "IN_PROGRESS";
            case "FAILED" -> "REFUSED";
            default -> "DONE";
        };
    }

    public String at(BenchRun run) {
        return address().with("essai", run.id()).text();
    }

    private Address address() {
        return new Address("/banc-d-essai").with("identifiant", id);
    }

    /** Starts the scenario that the form names, or all of a profile. */
    public void start() {
        var wanted = Objects.requireNonNullElse(typed("scenario"), ""); // no scenario has that name
        if (wanted.startsWith(PROFILE)) {
            bench.start(caller(), id, List.of(), wanted.substring(PROFILE.length()));
        } else {
            bench.start(caller(), id, List.of(wanted), null);
        }
        PageMessages.success(
                "C’est parti : suivez ci-dessous ce que votre logiciel fait.",
                address().text());
    }

    /** Stops what was started together. */
    public void stop() {
        bench.stop(caller(), getRun().batch());
        PageMessages.success("L’essai est arrêté.", address().text());
    }
}
