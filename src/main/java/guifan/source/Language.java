package guifan.source;

/** The languages in which the program speaks; Chinese unless asked otherwise. */
public enum Language {
    ZH,
    EN
}
