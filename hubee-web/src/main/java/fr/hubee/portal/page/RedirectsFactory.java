package fr.hubee.portal.page;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextFactory;
import jakarta.faces.context.ExternalContextWrapper;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** Keeps messages over a redirect, for the next page; registered in {@code faces-config.xml}. */
public class RedirectsFactory extends ExternalContextFactory {

    public RedirectsFactory(ExternalContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExternalContext getExternalContext(Object context, Object request, Object response) {
        return new Redirects(getWrapped().getExternalContext(context, request, response));
    }

    @SuppressWarnings("unchecked") // the standard wrapper has raw types
    private static final class Redirects extends ExternalContextWrapper {

        Redirects(ExternalContext wrapped) {
            super(wrapped);
        }

        @Override
        public void redirect(String address) throws IOException {
            CarriedMessages.keep(FacesContext.getCurrentInstance());
            super.redirect(address);
        }
    }
}
