package fr.hubee.portal.page;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import fr.hubee.websecurity.CookieSeal;
import fr.hubee.websecurity.PersonCookie;
import jakarta.faces.context.FacesContext;
import jakarta.faces.render.RenderKit;
import jakarta.faces.render.RenderKitFactory;
import jakarta.faces.render.RenderKitWrapper;
import jakarta.faces.render.ResponseStateManager;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.Iterator;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.primefaces.context.PrimeFacesContext;
import org.primefaces.csp.CspException;
import org.primefaces.util.Constants.RequestParams;

/** Installs {@link SealedViews}; registered in {@code faces-config.xml}. */
public class SealedViewsFactory extends RenderKitFactory {

    public SealedViewsFactory(RenderKitFactory wrapped) {
        super(wrapped);
    }

    @Override
    public void addRenderKit(String id, RenderKit kit) {
        getWrapped().addRenderKit(id, kit);
    }

    @Override
    public Iterator<String> getRenderKitIds() {
        return getWrapped().getRenderKitIds();
    }

    @Override
    public RenderKit getRenderKit(FacesContext context, String id) {
        var kit = getWrapped().getRenderKit(context, id);
        return kit == null ? null : new SealedKit(kit);
    }

    private static final class SealedKit extends RenderKitWrapper {
        private static final ResponseStateManager VIEWS = new SealedViews();

        SealedKit(RenderKit wrapped) {
            super(wrapped);
        }

        @Override
        public ResponseStateManager getResponseStateManager() {
            return VIEWS;
        }
    }

    /**
     * Keeps the state of a page in its forms, encrypted with a key of the person's session: a form of another session, or of another site,
     * cannot be sent in her name. Public pages have no state.
     */
    public static class SealedViews extends ResponseStateManager {
        private static final String STATELESS = "stateless";

        /**
         * @param page of the form, which can be sent to no other
         * @param nonce of that page's content security policy, which the sender of the form cannot choose
         */
        private record View(String page, String nonce, Object state) implements Serializable {}

        @Override
        public void writeState(FacesContext context, Object state) throws IOException {
            var writer = context.getResponseWriter();
            writer.startElement("input", null);
            writer.writeAttribute("type", "hidden", null);
            writer.writeAttribute("name", VIEW_STATE_PARAM, null);
            writer.writeAttribute("value", getViewState(context, state), null);
            writer.writeAttribute("autocomplete", "off", null);
            writer.endElement("input");
        }

        @Override
        public String getViewState(FacesContext context, Object state) {
            var view = context.getViewRoot();
            return view.isTransient()
                    ? STATELESS
                    : Seal.seal(key(context), written(new View(Pages.path(view.getViewId()), nonce(context), state)));
        }

        /** Returns null unless this page made it in this session: Faces then reports that the page has expired. */
        @Override
        public Object getState(FacesContext context, String viewId) {
            if (isStateless(context, viewId)) {
                return STATELESS;
            }
            return Seal.open(key(context), sent(context, VIEW_STATE_PARAM))
                    .map(SealedViews::read)
                    .filter(view -> view.page().equals(Pages.path(viewId)))
                    .map(view -> stateFor(context, view))
                    .orElse(null);
        }

        private static Object stateFor(FacesContext context, View view) {
            if (!view.nonce().equals(sent(context, RequestParams.NONCE_PARAM))) {
                throw new CspException("the nonce of another page");
            }
            return view.state();
        }

        private static String nonce(FacesContext context) {
            return PrimeFacesContext.getCspState(context).getNonce();
        }

        @Override
        public boolean isPostback(FacesContext context) {
            return context.getExternalContext().getRequestParameterMap().containsKey(VIEW_STATE_PARAM);
        }

        @Override
        public boolean isStateless(FacesContext context, String viewId) {
            return Pages.isOpen(Pages.path(viewId)) && STATELESS.equals(sent(context, VIEW_STATE_PARAM));
        }

        private static String sent(FacesContext context, String parameter) {
            return context.getExternalContext().getRequestParameterMap().getOrDefault(parameter, "");
        }

        private static SecretKey key(FacesContext context) {
            var request = (HttpServletRequest) context.getExternalContext().getRequest();
            var session = PersonCookie.token(request).orElse("");
            return context.getApplication()
                    .evaluateExpressionGet(context, "#{portalKeys}", PortalKeys.class)
                    .key("page", session);
        }

        private static byte[] written(View view) {
            var bytes = new ByteArrayOutputStream();
            try (var stream = new ObjectOutputStream(bytes)) {
                stream.writeObject(view);
            } catch (IOException invalid) {
                throw new UncheckedIOException(invalid);
            }
            return bytes.toByteArray();
        }

        /** Reads a state; only one that this application has encrypted gets here. */
        private static View read(byte[] bytes) {
            try (var stream = new ApplicationStream(new ByteArrayInputStream(bytes))) {
                return (View) stream.readObject();
            } catch (IOException | ClassNotFoundException invalid) {
                return new View("", "", null);
            }
        }

        /** Finds the classes of the application. */
        private static final class ApplicationStream extends ObjectInputStream {

            ApplicationStream(InputStream source) throws IOException {
                super(source);
            }

            @Override
            protected Class<?> resolveClass(ObjectStreamClass wanted) throws IOException, ClassNotFoundException {
                try {
                    return Class.forName(
                            wanted.getName(), false, Thread.currentThread().getContextClassLoader());
                } catch (ClassNotFoundException failure) {
                    return super.resolveClass(wanted);
                }
            }
        }
    }

    /**
     * Compresses and encrypts the state of a page (RFC 7516), which cannot be read or changed without the key. A {@link
     * CookieSeal} is for short texts.
     */
    static final class Seal {
        private static final JWEHeader HEADER = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .compressionAlgorithm(CompressionAlgorithm.DEF)
                .build();

        private Seal() {}

        static String seal(SecretKey key, byte[] content) {
            var sealed = new JWEObject(HEADER, new Payload(content));
            try {
                sealed.encrypt(new DirectEncrypter(key));
            } catch (JOSEException impossible) {
                throw new IllegalStateException(impossible);
            }
            return sealed.serialize();
        }

        /** Returns the state; empty when it was sealed with another key, or was changed. */
        static Optional<byte[]> open(SecretKey key, String text) {
            if (!CookieSeal.isOurs(HEADER, text)) {
                return Optional.empty();
            }
            try {
                var sealed = JWEObject.parse(text);
                sealed.decrypt(new DirectDecrypter(key));
                return Optional.of(sealed.getPayload().toBytes());
            } catch (ParseException | JOSEException | IllegalStateException invalid) {
                return Optional.empty();
            }
        }
    }
}
