package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.bundle.BundleLine;
import fr.hubee.desk.bundle.BundleService;
import fr.hubee.kernel.shared.ByteCount;
import fr.hubee.portal.field.DownloadProgress;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.omnifaces.cdi.Param;

/** The ZIPs that are being made for the user, or are ready. */
@Model
public class DownloadsPage extends PersonPage {
    @Inject
    BundleService bundles;

    @Inject
    @Param(name = "retour")
    String back;

    @Inject
    @Param(name = "fait")
    String justDone;

    private final Once<List<BundleLine>> all = new Once<>(() -> bundles.list(caller()));

    /** Refuses, before rendering, users without access to this page. */
    public void opened() {
        getAll();
        if ("suppression".equals(justDone)) {
            PageMessages.success("L’archive est supprimée.");
        }
    }

    public List<BundleLine> getAll() {
        return all.get();
    }

    public DownloadProgress getLeaving() {
        return new DownloadProgress(
                request(),
                getAll().stream()
                        .filter(bundle -> bundle.begun() > 0)
                        .collect(Collectors.toMap(
                                bundle -> bundle.id().toString(), bundle -> Math.toIntExact(bundle.begun()))));
    }

    public long getReady() {
        return getAll().stream().filter(BundleLine::isReady).count();
    }

    /** Says that one has become ready since the page was shown. */
    public String getMessage() {
        var before = request().getParameter("pretes");
        return before != null && before.matches("[0-9]{1,6}") && getReady() > Long.parseLong(before)
                ? "Une archive est prête."
                : "";
    }

    /** Returns « 12 télédossiers », or the number of the only one. */
    public String name(BundleLine bundle) {
        return bundle.cases() == 1
                ? "Télédossier " + bundle.fileName().replaceFirst("\\.zip$", "")
                : bundle.cases() + " télédossiers";
    }

    /** Returns « 180 pièces, 340 Mo ». */
    public String contents(BundleLine bundle) {
        return (bundle.files() == 1 ? "1 pièce, " : bundle.files() + " pièces, ") + ByteCount.text(bundle.size());
    }

    public String beginning(BundleLine bundle) {
        var which = bundle.cases() == 1 ? "" : bundle.begun() + " des " + bundle.cases() + " télédossiers : ";
        return which
                + "une fois le téléchargement terminé, le statut passe à « En cours » et l’opérateur en est informé.";
    }

    public String getBack() {
        return ReturnToList.at(back);
    }
}
