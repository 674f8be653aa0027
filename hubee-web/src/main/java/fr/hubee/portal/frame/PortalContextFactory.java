package fr.hubee.portal.frame;

import fr.hubee.kernel.shared.SeenText;
import fr.hubee.portal.page.CarriedMessages;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextFactory;
import jakarta.faces.context.ExternalContextWrapper;
import jakarta.faces.context.FacesContext;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Makes misleading characters visible on all pages, and keeps messages over a redirect; registered in {@code faces-config.xml}. */
public class PortalContextFactory extends ExternalContextFactory {

    public PortalContextFactory(ExternalContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExternalContext getExternalContext(Object context, Object request, Object response) {
        return new PortalContext(getWrapped().getExternalContext(context, request, response));
    }

    @SuppressWarnings("unchecked") // the standard wrapper has raw types
    private static final class PortalContext extends ExternalContextWrapper {

        PortalContext(ExternalContext wrapped) {
            super(wrapped);
        }

        @Override
        public Writer getResponseOutputWriter() throws IOException {
            return new SeenWriter(super.getResponseOutputWriter());
        }

        @Override
        public void redirect(String address) throws IOException {
            CarriedMessages.keep(FacesContext.getCurrentInstance());
            super.redirect(address);
        }
    }

    /** Replaces each misleading character of a page with a visible one. */
    static final class SeenWriter extends FilterWriter {

        SeenWriter(Writer target) {
            super(target);
        }

        @Override
        public void write(int letter) throws IOException {
            out.write(SeenText.deceives(letter) ? SeenText.NOTICED : letter);
        }

        @Override
        public void write(char[] letters, int from, int length) throws IOException {
            int passed = from;
            for (int at = from; at < from + length; at++) {
                if (SeenText.deceives(letters[at])) {
                    out.write(letters, passed, at - passed);
                    out.write(SeenText.NOTICED);
                    passed = at + 1;
                }
            }
            out.write(letters, passed, from + length - passed);
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            out.write(SeenText.of(text.substring(from, from + length)));
        }
    }
}
