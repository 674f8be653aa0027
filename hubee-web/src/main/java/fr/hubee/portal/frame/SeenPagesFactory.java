package fr.hubee.portal.frame;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextFactory;
import jakarta.faces.context.ExternalContextWrapper;
import java.io.IOException;
import java.io.Writer;

/** Makes misleading characters visible on all pages; registered in {@code faces-config.xml}. */
public class SeenPagesFactory extends ExternalContextFactory {

    public SeenPagesFactory(ExternalContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExternalContext getExternalContext(Object context, Object request, Object response) {
        return new SeenPages(getWrapped().getExternalContext(context, request, response));
    }

    @SuppressWarnings("unchecked") // the standard wrapper has raw types
    private static final class SeenPages extends ExternalContextWrapper {

        SeenPages(ExternalContext wrapped) {
            super(wrapped);
        }

        @Override
        public Writer getResponseOutputWriter() throws IOException {
            return new SeenWriter(super.getResponseOutputWriter());
        }
    }
}
