package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.CaseDepositService;
import fr.hubee.desk.casework.CaseFile;
import fr.hubee.desk.casework.CaseView;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.files.scan.FileFormat;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a télédossier, and the form that adds some. */
@Named("caseFiles")
@RequestScoped
public class CaseFilesPanel {
    /** Size in bytes of a download of more than a minute on a slow line. */
    private static final long LONG_DOWNLOAD = 100_000_000;

    /** Largest size in bytes of the file displayed beside the actions. */
    private static final long MOST_PREVIEW = 20_000_000;

    @Inject
    OpenedCase opened;

    private CaseView view() {
        return opened.view();
    }

    public boolean isStartedByDownload() {
        return view().status() == CaseStatus.SENT || view().status() == CaseStatus.SI_RECEIVED;
    }

    public boolean isAnyStored() {
        return stored().findAny().isPresent();
    }

    /** Whether its files are so large that a ZIP should be prepared in the background. */
    public boolean isLong() {
        return stored().mapToLong(CaseFile::size).sum() > LONG_DOWNLOAD;
    }

    private Stream<CaseFile> stored() {
        return view().files().stream().filter(CaseFile::isStored);
    }

    public boolean isPreviewed(CaseFile file) {
        return file.isStored() && PreviewKind.of(file.mimeType()) != PreviewKind.NONE;
    }

    /** Whether one has a link to its preview. */
    public boolean isAnyPreviewed() {
        return view().rights().downloadRefusal() == null
                && view().files().stream().anyMatch(this::isPreviewed);
    }

    /** Returns the file displayed beside the actions; null for none. */
    public CaseFile getPreview() {
        return view().rights().downloadRefusal() == null
                ? preview(view().files()).orElse(null)
                : null;
    }

    /**
     * Returns the first PDF or text of the applicant, else the first picture; without files that the antivirus could not scan, or that take
     * long to load.
     */
    static Optional<CaseFile> preview(List<CaseFile> files) {
        return files.stream()
                .filter(file ->
                        file.isStored() && !file.added() && file.verdict() == null && file.size() <= MOST_PREVIEW)
                .filter(file -> PreviewKind.of(file.mimeType()) != PreviewKind.NONE)
                .min(Comparator.comparing(file -> PreviewKind.of(file.mimeType()) == PreviewKind.IMAGE));
    }

    /** Whether it is shown as a text, rather than by the browser. */
    public boolean isText(CaseFile file) {
        return PreviewKind.of(file.mimeType()) == PreviewKind.TEXT;
    }

    public String query(CaseFile file) {
        return "td=" + view().id() + "&piece=" + file.id()
                + (file.eventId() == null ? "" : "&evenement=" + file.eventId());
    }

    public String kind(CaseFile file) {
        return FileFormat.label(file.mimeType());
    }

    public String condition(CaseFile file) {
        return CaseText.condition(file);
    }

    public String getAcceptedFormats() {
        return FileFormat.labels(view().depositRules().siFormats());
    }

    /** Returns the endings for the browser's file chooser. */
    public String getAcceptedEndings() {
        return view().depositRules().siFormats().stream()
                .flatMap(format -> FileFormat.extensions(format).stream())
                .distinct()
                .collect(Collectors.joining(","));
    }

    /** Returns the maximum of one upload, in bytes. */
    public long getMostTogether() {
        return view().depositRules().mostTogether(CaseDepositService.MOST);
    }
}
