package fr.hubee.portal.field;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import org.primefaces.component.autocomplete.AutoComplete;
import org.primefaces.component.autocomplete.AutoCompleteRenderer;

/**
 * Names the field of a {@code p:autoComplete} by its identifier, as the parameter of the address: PrimeFaces would add « _input ».
 * Registered in {@code faces-config.xml}.
 */
public class ProposalRenderer extends AutoCompleteRenderer {

    @Override
    protected void encodeInput(FacesContext context, AutoComplete field, String clientId) throws IOException {
        var writer = context.getResponseWriter();
        context.setResponseWriter(new Named(writer, clientId));
        super.encodeInput(context, field, clientId);
        context.setResponseWriter(writer);
    }

    private static final class Named extends ResponseWriterWrapper {
        private final String parameter;

        Named(ResponseWriter writer, String parameter) {
            super(writer);
            this.parameter = parameter;
        }

        @Override
        public void writeAttribute(String name, Object value, String property) throws IOException {
            super.writeAttribute(name, "name".equals(name) ? parameter : value, property);
        }
    }
}
