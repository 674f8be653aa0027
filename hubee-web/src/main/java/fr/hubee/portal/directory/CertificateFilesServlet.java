package fr.hubee.portal.directory;

import fr.hubee.directory.subscription.SoftwareCertificate;
import fr.hubee.directory.subscription.SoftwareCertificateService;
import fr.hubee.kernel.shared.NotFound;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;

/** Serves to everybody a certificate of software as it is signed, {@code .jws}, and its badge, {@code .svg}. */
@WebServlet("/certificats/*")
public class CertificateFilesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final Pattern PATH = Pattern.compile("/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(svg|jws)");

    /** The drawing has no script and no address: a page of anybody may show it. */
    private static final String BADGE = """
            <svg xmlns="http://www.w3.org/2000/svg" width="300" height="44" viewBox="0 0 300 44" role="img" aria-labelledby="t">
              <title id="t">%1$s : %2$s</title>
              <rect width="300" height="44" rx="6" fill="#ffffff" stroke="%3$s" stroke-width="2"/>
              <rect width="44" height="44" rx="6" fill="%3$s"/>
              <path d="%4$s" fill="none" stroke="#ffffff" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>
              <g font-family="Arial, Helvetica, sans-serif" fill="#161616" aria-hidden="true">
                <text x="54" y="18" font-size="14" font-weight="bold">%1$s</text>
                <text x="54" y="35" font-size="12">%2$s</text>
              </g>
            </svg>
            """;

    private static final String TICK = "M12 23 L19 30 L32 14";
    private static final String CROSS = "M14 14 L30 30 M30 14 L14 30";

    @Inject
    transient SoftwareCertificateService certificates;

    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = PATH.matcher(String.valueOf(request.getPathInfo()));
        try {
            if (!path.matches()) {
                throw NotFound.of("Certificate");
            }
            var certificate = certificates.read(UUID.fromString(path.group(1)));
            boolean drawn = path.group(2).equals("svg");
            response.setContentType(drawn ? "image/svg+xml" : "application/jose");
            response.setHeader("Cache-Control", "public, max-age=300");
            response.getOutputStream()
                    .write((drawn ? badge(certificate) : certificate.jws()).getBytes(StandardCharsets.UTF_8));
        } catch (NotFound gone) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private String badge(SoftwareCertificate certificate) {
        boolean valid = certificate.isValid(clock.instant());
        return BADGE.formatted(
                valid ? "Logiciel certifié HubEE" : "Certificat HubEE terminé",
                escaped(certificate.software().applicationName() + " " + certificate.majorVersion() + ", "
                        + certificate.profile().label()),
                valid ? "#18753c" : "#b34000",
                valid ? TICK : CROSS);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replaceAll("\\p{Cntrl}", " ");
    }
}
