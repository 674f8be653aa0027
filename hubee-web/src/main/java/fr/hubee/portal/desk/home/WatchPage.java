package fr.hubee.portal.desk.home;

import fr.hubee.desk.watch.EndingProofService;
import fr.hubee.desk.watch.EndingProofService.EndingProof;
import fr.hubee.desk.watch.SilentSoftwareService;
import fr.hubee.desk.watch.SilentSoftwareService.SilentSoftware;
import fr.hubee.desk.watch.Unopened;
import fr.hubee.desk.watch.UnopenedService;
import fr.hubee.desk.watch.UnopenedService.UnopenedSort;
import fr.hubee.desk.watch.UnreadableFileService;
import fr.hubee.desk.watch.UnreadableFileService.UnreadableFile;
import fr.hubee.exchange.feed.WebhookDeliveries.EndpointLine;
import fr.hubee.exchange.feed.WebhookEndpointService;
import fr.hubee.exchange.folder.FileScanService;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Page;
import fr.hubee.portal.desk.casefile.CaseText;
import fr.hubee.portal.field.ListFilters;
import fr.hubee.portal.field.ListPart;
import fr.hubee.portal.field.ListTable;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.frame.MenuEntry;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects that need attention and that the user may see. */
@Model
public class WatchPage extends PersonPage {
    /** Most lines; the total is above them. */
    private static final int MOST = 100;

    @Inject
    UnopenedService unopened;

    @Inject
    SilentSoftwareService software;

    @Inject
    EndingProofService proofs;

    @Inject
    WebhookEndpointService endpoints;

    @Inject
    UnreadableFileService files;

    @Inject
    FileScanService scanner;

    private final ListFilters filters = new ListFilters("/a-surveiller", List.of("demarche"), List.of());
    private final ListTable<Unopened> table = new ListTable<>(filters, this::read);
    private final Once<Page<SilentSoftware>> silent = new Once<>(() -> software.oldest(caller(), MOST));
    private final Once<Page<EndingProof>> ending = new Once<>(() -> proofs.first(caller(), MOST));
    private final Once<Page<EndpointLine>> failing = new Once<>(() -> endpoints.page(caller(), null, true, 0, MOST));
    private final Once<Page<UnreadableFile>> unreadable = new Once<>(() -> files.first(caller(), MOST));
    private final Once<Optional<String>> scannerProblem = new Once<>(() -> scanner.problem());

    private Page<Unopened> read(ListPart part) {
        var sort = QueryParameter.one(UnopenedSort.class, part.sort());
        return unopened.page(
                caller(),
                filters.text("demarche"),
                sort == null ? UnopenedSort.CASES : sort,
                sort == null || part.descending(),
                part.offset(),
                part.size());
    }

    public ListTable<Unopened> getTable() {
        return table;
    }

    /** Returns the list of them; null when the user may not see télédossiers, and for those that no list contains. */
    public String list(Unopened line) {
        if (line.inSoftware() || !MenuEntry.FOLDERS.isFor(caller()) || !caller().covers(line.processCode())) {
            return null;
        }
        return line.list();
    }

    public Page<SilentSoftware> getSilent() {
        return silent.get();
    }

    /** Whether she may read the télédossiers that wait for her silent software. */
    public boolean isRescuer() {
        return caller().is(RoleNames.LOCAL);
    }

    public boolean isWithProofs() {
        return caller().is(RoleNames.ADMIN)
                || (caller().is(RoleNames.MANAGE_SUBSCRIPTIONS) && !caller().is(RoleNames.BUSINESS));
    }

    public Page<EndingProof> getEnding() {
        return ending.get();
    }

    public Map.Entry<String, String> proofsOf(EndingProof proof) {
        return proof.subscription() == null
                ? Map.entry("/client-api?identifiant=", proof.clientId())
                : Map.entry("/abonnement?id=", proof.subscription().toString());
    }

    /** Whether she holds credentials of subscriptions or of her operator, and so the addresses of their software. */
    public boolean isWithEndpoints() {
        return MenuEntry.isForAddresses(caller());
    }

    public Page<EndpointLine> getFailing() {
        return failing.get();
    }

    public boolean isWithFiles() {
        return caller().is(RoleNames.ADMIN) || caller().is(RoleNames.BUSINESS);
    }

    /** Returns what is wrong with the limits of the antivirus; null when nothing is, and for an operator. */
    public String getScannerProblem() {
        return caller().is(RoleNames.ADMIN) ? scannerProblem.get().orElse(null) : null;
    }

    /** Returns why nobody can open it, and the next step. */
    public String condition(UnreadableFile file) {
        return CaseText.condition(file);
    }

    public Page<UnreadableFile> getUnreadable() {
        return unreadable.get();
    }
}
