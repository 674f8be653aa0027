package fr.hubee.exchange.status;

/** The kinds of events in a case's history (specification §2.7, RC002). */
public enum ActionType {
    STATUS_UPDATE,
    ATTACH_DEPOSIT,
    ATTACH_DL,
    ATTACH_DL_ALL,
    COM_ADD,
    SENDING_MESSAGE
}
