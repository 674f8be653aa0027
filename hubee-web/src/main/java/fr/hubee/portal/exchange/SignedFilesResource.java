package fr.hubee.portal.exchange;

import fr.hubee.exchange.receipt.DeletionCertificateService;
import fr.hubee.exchange.receipt.ReceiptService;
import fr.hubee.exchange.receipt.ReceiptVerifier;
import fr.hubee.exchange.receipt.SignedDeletion;
import fr.hubee.exchange.receipt.SignedReceipt;
import fr.hubee.http.ContentDisposition;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.portal.field.FrenchDates;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Signed documents, as their signature or, with {@code forme=pdf}, on paper. */
@Path("/")
@RequestScoped
public class SignedFilesResource extends PersonPage {
    @Inject
    ReceiptService receipts;

    @Inject
    DeletionCertificateService certificates;

    @Inject
    PublicAddress address;

    @Inject
    FrenchDates dates;

    /** Sends a receipt of a télédossier. */
    @GET
    @Path("/recepisse")
    public Response receipt(
            @QueryParam("td") String theCase, @QueryParam("ligne") String line, @QueryParam("forme") String form)
            throws IOException {
        var id = QueryParameter.id(theCase);
        var entry = QueryParameter.id(line);
        var signed = receipts.ofCase(caller(), id).all().stream()
                .filter(each -> each.receipt().entry().equals(entry))
                .filter(SignedReceipt::isReady)
                .findFirst()
                .orElseThrow(() -> NotFound.of("Receipt"));
        var name = "recepisse-" + signed.receipt().kind().name().toLowerCase(Locale.ROOT) + "-" + entry;
        var jws = signed.jws().orElseThrow();
        return signed(name, jws, () -> paper(signed, jws, name), form);
    }

    /** Sends a certificate of deletion, or with {@code forme=cles} the destroyed keys. */
    @GET
    @Path("/attestation")
    public Response certificate(@QueryParam("id") String text, @QueryParam("forme") String form) throws IOException {
        var caller = caller();
        var id = QueryParameter.id(text);
        if ("cles".equals(form)) {
            var keys = certificates.keys(caller, id).getBytes(StandardCharsets.US_ASCII);
            return sent("cles-detruites-" + id + ".txt", MediaType.TEXT_PLAIN, keys);
        }
        var signed = certificates.read(caller, id);
        var jws = signed.jws().orElseThrow(() -> NotFound.of("Certificate"));
        var name = "attestation-" + id;
        return signed(name, jws, () -> paper(signed, jws, name), form);
    }

    /** @param name without an ending */
    private static Response signed(String name, String jws, Supplier<Paper> paper, String form) throws IOException {
        return "pdf".equals(form)
                ? sent(name + ".pdf", "application/pdf", PaperPdf.of(paper.get()))
                : sent(name + ".jws", "application/jose", jws.getBytes(StandardCharsets.US_ASCII));
    }

    private static Response sent(String name, String type, byte[] bytes) {
        return Response.ok(bytes, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(name))
                .header(HttpHeaders.CONTENT_LENGTH, bytes.length)
                .build();
    }

    private Paper paper(SignedReceipt signed, String jws, String name) {
        var words = new ReceiptWords(receipts.names(caller(), List.of(signed)), dates);
        var verified = ReceiptVerifier.verify(jws, ReceiptVerifier.keysIn(jws)::get);
        return new Paper(
                ReceiptWords.title(signed.receipt()),
                words.sentence(signed.receipt()),
                words.all(verified),
                address.uri() + SignedReceipt.PAGE + signed.link().orElseThrow(),
                Paper.howToVerify(address),
                name + ".jws",
                jws,
                signed.receipt().at());
    }

    private Paper paper(SignedDeletion signed, String jws, String name) {
        var words = new DeletionWords(certificates.names(caller(), List.of(signed)), dates);
        var verified = ReceiptVerifier.verifyDeletion(jws, ReceiptVerifier.keysIn(jws)::get);
        return new Paper(
                DeletionWords.TITLE,
                words.sentence(signed.certificate()),
                words.facts(verified),
                address.uri() + SignedReceipt.PAGE + signed.link().orElseThrow(),
                Paper.howToVerify(address),
                name + ".jws",
                jws,
                signed.certificate().to());
    }
}
