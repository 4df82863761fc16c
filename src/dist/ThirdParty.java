import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Prints the list of the libraries within the program, with their licences: from the jars and their poms in the local
 * repository, and from the texts that are kept for those jars which hold none. A library without any ends it with exit
 * code 1.
 *
 * <p>Usage: java ThirdParty.java FILE_WITH_CLASSPATH FOLDER_OF_TEXTS
 */
final class ThirdParty {

    private static final Pattern LEGAL =
            Pattern.compile("(META-INF/)?[\\w-]*(LICEN[CS]E|NOTICE|COPYING)[\\w.-]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern LICENCE = Pattern.compile("(?s)<license>.*?<name>\\s*(.*?)\\s*</name>");
    private static final Pattern PARENT = Pattern.compile("(?s)<parent>(.*?)</parent>");
    private static final Pattern APACHE = Pattern.compile("(?s)^\\s*Apache License\\s+Version 2\\.0, January 2004"
            + ".*?END OF TERMS AND CONDITIONS(.*?limitations under the License\\.)?");

    /** How a kept text begins that knows the licence better than the pom. */
    private static final String SAYS = "Licence: ";

    private final Path folder;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Set<String>> texts = new LinkedHashMap<>();

    private ThirdParty(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        Map<String, Path> jars = new TreeMap<>();
        for (String jar : Files.readString(Path.of(args[0])).strip().split(java.io.File.pathSeparator)) {
            jars.put(Path.of(jar).getFileName().toString(), Path.of(jar));
        }
        ThirdParty all = new ThirdParty(Path.of(args[1]));
        for (Path jar : jars.values()) {
            all.add(jar);
        }
        System.out.write(all.page().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    private void add(Path jar) throws IOException {
        Path version = jar.getParent();
        String artifact = version.getParent().getFileName().toString();
        String name = artifact + " " + version.getFileName();
        String licence = licence(jar.resolveSibling(artifact + "-" + version.getFileName() + ".pom"))
                .orElse("");
        List<String> own = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (LEGAL.matcher(entry.getName()).matches() && !entry.isDirectory()) {
                    own.add(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        Path kept = folder.resolve(artifact + ".txt");
        if (Files.exists(kept)) {
            String text = Files.readString(kept);
            own.add(text);
            licence = text.startsWith(SAYS) ? text.lines().findFirst().get().substring(SAYS.length()) : licence;
        }
        if (licence.isEmpty() || (own.isEmpty() && !licence.contains("Apache"))) {
            System.err.println(name + ": no text of its licence \"" + licence + "\" in the jar; put it into " + kept);
            System.exit(1);
        }
        lines.add(String.format("%-36s %s", name, licence));
        for (String text : own) {
            String further = APACHE.matcher(text.replace("\r", "")).replaceFirst("").strip();
            if (!further.isEmpty()) {
                texts.computeIfAbsent(further, key -> new LinkedHashSet<>()).add(name);
            }
        }
    }

    /** Returns the name of the licence in a pom, or in that of its parent. */
    private static Optional<String> licence(Path pom) throws IOException {
        if (!Files.exists(pom)) {
            return Optional.empty();
        }
        String text = Files.readString(pom).replaceAll("(?s)<!--.*?-->", "");
        Matcher licence = LICENCE.matcher(text);
        if (licence.find()) {
            return Optional.of(licence.group(1).replaceAll("\\s+", " "));
        }
        Matcher parent = PARENT.matcher(text);
        if (!parent.find()) {
            return Optional.empty();
        }
        String artifact = element(parent.group(1), "artifactId");
        String version = element(parent.group(1), "version");
        Path above = Path.of(element(parent.group(1), "groupId").replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".pom");
        for (Path folder = pom.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(above))) {
                return licence(folder.resolve(above));
            }
        }
        return Optional.empty();
    }

    private static String element(String text, String name) {
        Matcher element = Pattern.compile("<" + name + ">\\s*(.*?)\\s*</" + name + ">")
                .matcher(text);
        return element.find() ? element.group(1) : "";
    }

    private String page() {
        StringBuilder page = new StringBuilder("规范所含的第三方库 / Libraries within Guifan\n\n");
        lines.forEach(line -> page.append(line).append('\n'));
        page.append("\nThe text of the Apache License 2.0 is in the file LICENSE. Other texts and notices follow.\n");
        String rule = "=".repeat(78);
        texts.forEach((text, names) -> page.append(
                String.format("%n%s%n%s%n%s%n%n%s%n", rule, String.join(", ", names), rule, text)));
        return page.toString().replace("\r", "");
    }
}
