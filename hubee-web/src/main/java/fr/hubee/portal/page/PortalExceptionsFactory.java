package fr.hubee.portal.page;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Creates the {@link PortalExceptions} of each request; registered in {@code faces-config.xml}. */
public class PortalExceptionsFactory extends ExceptionHandlerFactory {

    public PortalExceptionsFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new PortalExceptions(getWrapped().getExceptionHandler());
    }
}
