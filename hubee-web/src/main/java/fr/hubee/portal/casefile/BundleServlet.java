package fr.hubee.portal.casefile;

import fr.hubee.folder.CaseBundle;
import fr.hubee.folder.CaseDownloadService;
import fr.hubee.http.ContentDisposition;
import fr.hubee.portal.frame.FrenchDates;
import fr.hubee.security.Caller;
import fr.hubee.shared.HubeeException;
import fr.hubee.shared.NotFound;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All the files of one or several télédossiers ({@code td}) as one ZIP, written as it is read: neither memory nor disk holds
 * it. By POST: it begins the work, and no foreign page can send one with her cookie.
 */
@WebServlet("/fichiers/teledossiers")
public class BundleServlet extends FilesServlet {
    private static final long serialVersionUID = 1L;

    private static final System.Logger LOG = System.getLogger(BundleServlet.class.getName());

    @Inject
    transient CaseDownloadService downloads;

    @Inject
    transient Clock clock;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var caller = currentCaller.get();
        var wanted = request.getParameterValues("td");
        if (wanted == null) {
            throw NotFound.of("Case");
        }
        var ids = Stream.of(wanted).map(FilesServlet::id).toList();
        var bundles = downloads.openAll(caller, ids);
        bundles.forEach(bundle -> bundle.files().forEach(this::requireHere));
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", ContentDisposition.attachment(name(bundles)));
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        write(bundles, response.getOutputStream());
        bundles.stream().filter(bundle -> !bundle.files().isEmpty()).forEach(bundle -> taken(caller, bundle));
    }

    private String name(List<CaseBundle> bundles) {
        return bundles.size() == 1
                ? bundles.get(0).externalId() + ".zip"
                : "teledossiers-" + LocalDate.ofInstant(clock.instant(), FrenchDates.PARIS) + ".zip";
    }

    private void write(List<CaseBundle> bundles, OutputStream target) throws IOException {
        var names = new ZipNames();
        var zip = new ZipOutputStream(
                target, StandardCharsets.UTF_8); // not closed: half a ZIP must not look like a whole one
        zip.setLevel(Deflater.BEST_SPEED);
        for (var bundle : bundles) {
            var folder = names.folder(bundle.externalId());
            for (var file : bundle.files()) {
                zip.putNextEntry(new ZipEntry(names.file(folder, file.fileName())));
                blobs.copy(file.blob().key(), 0, file.blob().size(), zip);
                zip.closeEntry();
            }
        }
        zip.finish();
        target.flush();
    }

    /** The files are at hers: that the case was closed meanwhile does not take them back. */
    private void taken(Caller caller, CaseBundle bundle) {
        try {
            downloads.takenAll(caller, bundle.caseId());
        } catch (HubeeException late) {
            LOG.log(Level.INFO, "Case {0} was downloaded and not begun: {1}", bundle.caseId(), late.getMessage());
        }
    }
}
