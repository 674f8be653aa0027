package fr.hubee.bundle;

import fr.hubee.account.AccountDirectory;
import fr.hubee.audit.Act;
import fr.hubee.audit.AuditAction;
import fr.hubee.audit.AuditJournal;
import fr.hubee.audit.Changes;
import fr.hubee.casework.CaseBundle;
import fr.hubee.casework.CaseRights;
import fr.hubee.security.Caller;
import fr.hubee.shared.Conflict;
import fr.hubee.shared.InvalidRequest;
import fr.hubee.shared.NotFound;
import fr.hubee.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The short transactions of {@link BundleService}. */
@ApplicationScoped
@Transactional
class BundleDesk {
    @Inject
    BundleRepository bundles;

    @Inject
    CaseZip zip;

    @Inject
    AccountDirectory accounts;

    @Inject
    AuditJournal journal;

    @Inject
    Event<BundleAsked> asked;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    List<BundleLine> list(Caller caller) {
        return bundles.of(caller.name(), CaseRights.NOT_BEGUN);
    }

    /** What she has already is not made twice. */
    void ask(Caller caller, List<CaseBundle> cases) {
        var account = accounts.require(caller).id();
        bundles.takeTurn();
        var live = bundles.liveContents(account);
        if (live.contains(contents(cases))) {
            return;
        }
        if (live.size() >= Bundle.MOST) {
            throw new InvalidRequest(
                    "Vous avez déjà " + Bundle.MOST + " archives : supprimez-en une, puis recommencez.");
        }
        if (Bundle.sizeOf(cases) > settings.zipRoom() - bundles.liveSize()) {
            throw new Conflict("La place manque pour préparer cette archive : réessayez plus tard, choisissez moins de"
                    + " télédossiers, ou téléchargez-les directement.");
        }
        var bundle = new Bundle(account, zip.name(cases), cases, clock.instant());
        bundles.add(bundle);
        record(
                caller,
                AuditAction.BUNDLE_ASKED,
                bundle,
                Changes.told("cases", cases.size()).and("files", bundle.fileCount()));
        asked.fire(new BundleAsked());
    }

    private static Object contents(List<CaseBundle> cases) {
        return cases.stream()
                .flatMap(each -> each.files().stream())
                .map(file -> file.blob().key().value())
                .collect(Collectors.toSet());
    }

    /** @throws NotFound for what is not hers, is not ready, or is no more */
    OpenedBundle ready(Caller caller, UUID id) {
        var bundle = own(caller, id);
        var cases = bundles.contents(id);
        if (!bundle.isReady(clock.instant()) || bundles.holdsWhatIsGone(id)) {
            throw NotFound.of("Bundle");
        }
        return new OpenedBundle(bundle.fileName(), bundle.stored(), cases);
    }

    void forget(Caller caller, UUID id) {
        var bundle = own(caller, id);
        bundle.over();
        record(caller, AuditAction.BUNDLE_DELETED, bundle, Changes.NONE);
    }

    private Bundle own(Caller caller, UUID id) {
        return bundles.find(accounts.require(caller).id(), id)
                .filter(Bundle::isShown)
                .orElseThrow(() -> NotFound.of("Bundle"));
    }

    private void record(Caller caller, AuditAction action, Bundle bundle, Changes changes) {
        journal.record(
                Act.by(caller, action).on(caller.organization(), bundle.id()).with(changes));
    }
}
