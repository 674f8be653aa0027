package fr.hubee.portal.directory;

import fr.hubee.clients.client.ApiCall;
import fr.hubee.clients.client.ApiCallService;
import fr.hubee.clients.token.TokenService;
import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.exchange.folder.OpenFolderService;
import fr.hubee.http.RefusalHelp;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.portal.directory.Correction.KnownProcess;
import fr.hubee.portal.frame.MenuEntry;
import fr.hubee.portal.page.Address;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Explains why the APIs refuse, to anybody, in French or English; to people of the software also with the call that was refused. */
@Model
public class RefusalHelpPage {
    /** The attribute of the request with the reason; without it, the page lists all. */
    static final String REASON = RefusalHelpPage.class.getName();

    private static final String CALL = "demande";
    private static final String LANGUAGE = "lang";

    private static final String UUID_FORM = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";

    /** Finds the case or the folder of a path, then an event and a file of it, if it has them. */
    private static final Pattern TELEDOSSIER = Pattern.compile(
            "/(cases|folders)/" + UUID_FORM + "(?:(?:/events/" + UUID_FORM + ")?/attachments/" + UUID_FORM + ")?");

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    ApiCallService calls;

    @Inject
    ProcessService processes;

    @Inject
    OpenFolderService folders;

    @Inject
    TokenService tokens;

    private RefusedCall refused;
    private String process;
    private RefusalHelp shown;

    /** Returns the reason whose page has this end of an address. */
    static Optional<String> reason(String end) {
        var word = end.substring(1).toUpperCase(Locale.ROOT).replace('-', '_');
        return RefusalHelp.of(word, Locale.FRENCH).map(RefusalHelp::reason);
    }

    @PostConstruct
    void read() {
        var reason = (String) request.getAttribute(REASON);
        if (reason != null) {
            refused = asked().map(RefusedCall::new).orElse(null);
            shown = (refused == null ? RefusalHelp.of(reason, language()) : filled(reason)).orElseThrow();
        }
    }

    private Optional<ApiCall> asked() {
        var id = request.getParameter(CALL);
        boolean mayRead = id != null && currentCaller.isKnown() && MenuEntry.CALLS.isFor(currentCaller.get());
        return mayRead ? calls.find(currentCaller.get(), id).filter(ApiCall::isRefused) : Optional.empty();
    }

    /** Returns the page with a corrected request, if there is one that would be accepted. */
    private Optional<RefusalHelp> filled(String reason) {
        var corrected = tokens.caller(refused.call().clientId())
                .flatMap(software -> correction(software).of(refused));
        return corrected.isPresent()
                ? RefusalHelp.of(reason, corrected.get(), language())
                : RefusalHelp.of(reason, language()).map(RefusalHelp::withoutRequest);
    }

    private Correction correction(Caller software) {
        boolean deposit = refused.call().operation().equals(Correction.DEPOSIT);
        var known = codes(software, deposit)
                .flatMap(code -> processes.find(code).filter(ProcessDetails::activated).stream()
                        .filter(details -> !deposit || isOperator(software, details))
                        .map(details -> new KnownProcess(code, details.attachments())))
                .filter(each -> !deposit || folders.anyRecipient(each.code()).isPresent())
                .findFirst();
        process = known.map(KnownProcess::code).orElse(null);
        return new Correction(
                software.roles().iterator().next(),
                tokens.isProvenBySecret(software.name()),
                isOpen(software),
                known,
                deposit ? known.flatMap(each -> folders.anyRecipient(each.code())) : Optional.empty());
    }

    /** Returns the démarche of the call, then that of the software; for a deposit each of several is as good. */
    private Stream<String> codes(Caller software, boolean deposit) {
        var own = software.processCodes();
        return Stream.concat(
                refused.process().filter(software::covers).stream(),
                deposit || own.size() == 1 ? own.stream().sorted() : Stream.empty());
    }

    private static boolean isOperator(Caller software, ProcessDetails details) {
        return software.is(RoleNames.ADMIN) || details.osl().equals(software.organization());
    }

    private boolean isOpen(Caller software) {
        var path =
                TELEDOSSIER.matcher(Optional.ofNullable(refused.call().path()).orElse(""));
        if (!path.find()) {
            return false;
        }
        var id = UUID.fromString(path.group(2));
        boolean ofCase = path.group(1).equals("cases");
        if (path.group(4) != null) {
            var file = UUID.fromString(path.group(4));
            var event = Optional.ofNullable(path.group(3)).map(UUID::fromString);
            return folders.isFileOpen(
                    software,
                    event.<AttachmentPath.Deposit>map(each -> new AttachmentPath.OfEvent(id, each, file))
                            .orElseGet(() -> new AttachmentPath.OfFolder(id, file)));
        }
        return ofCase ? folders.isCaseOpen(software, id) : folders.isFolderOpen(software, id);
    }

    private Locale language() {
        return isEnglish() ? Locale.ENGLISH : Locale.FRENCH;
    }

    public boolean isEnglish() {
        return Locale.ENGLISH.getLanguage().equals(request.getParameter(LANGUAGE));
    }

    public String getLanguage() {
        return language().getLanguage();
    }

    public String getTitle() {
        if (shown != null) {
            return shown.title();
        }
        return isEnglish() ? "Why a call is refused" : "Pourquoi un appel est refusé";
    }

    /** Returns null for the list. */
    public RefusalHelp getShown() {
        return shown;
    }

    public List<RefusalHelp> getAll() {
        return RefusalHelp.all(language());
    }

    /** Returns the refused call that the address names; null when there is none that the person may see. */
    public ApiCall getCall() {
        return refused == null ? null : refused.call();
    }

    /** Returns what was wrong with the call, in the contract's words; none where these would mislead who may know more. */
    public List<String> getFindings() {
        return getSentence() != null && refused.reason().equals("INVALID_CLIENT") ? List.of() : refused.findings();
    }

    /** Returns what the contract's words do not say; null for nothing. */
    public RefusalHelp.Sentence getSentence() {
        return Optional.ofNullable(refused.call().detail())
                .flatMap(detail -> RefusalHelp.sentence(detail, language()))
                .orElse(null);
    }

    /** Returns the code of the démarche of the call that the request has; null when it has none. */
    public String getProcess() {
        boolean isThere = process != null
                && shown.request().stream().anyMatch(line -> line.text().contains(process));
        return isThere ? process : null;
    }

    /** Whether the request shows what was wrong in the call. */
    public boolean isCorrected() {
        return shown.request().stream().anyMatch(RefusalHelp.Line::corrected);
    }

    public String address(RefusalHelp help) {
        return in(language(), RefusalHelp.path(help.reason())).text();
    }

    public String getListAddress() {
        return in(language(), RefusalHelp.PAGES).text();
    }

    /** Returns the address of this page in the other language. */
    public String getOtherAddress() {
        var other = isEnglish() ? Locale.FRENCH : Locale.ENGLISH;
        return in(other, shown == null ? RefusalHelp.PAGES : RefusalHelp.path(shown.reason()))
                .with(CALL, refused == null ? null : refused.call().requestId())
                .text();
    }

    private static Address in(Locale language, String path) {
        return new Address(path).with(LANGUAGE, language.equals(Locale.ENGLISH) ? "en" : null);
    }
}
