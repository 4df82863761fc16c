package guifan.source;

import guifan.source.Node.Entry;
import guifan.source.Node.Mapping;
import guifan.source.Node.Scalar;
import guifan.source.Node.Sequence;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML into {@link Node}s: scalars as text, no anchors, aliases, tags or merge keys, no duplicate keys, one
 * document that ends with {@code ...} so that a truncated file is seen.
 */
public final class YamlReader {

    /** The longest file that is read, in characters. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private static final int DEEPEST = 40;

    private final SourceText source;
    private final Problems problems;

    private YamlReader(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /**
     * Returns the document in {@code source}, or nothing if it cannot be read; what is wrong goes to {@code problems}.
     */
    public static Optional<Node> read(SourceText source, Problems problems) {
        return new YamlReader(source, problems).document();
    }

    private Optional<Node> document() {
        if (source.text().length() > MOST_CHARACTERS) {
            error("too-large", source.whole(), "文件超过 1 MiB", "the file is larger than 1 MiB");
            return Optional.empty();
        }
        try {
            if (!checkEvents()) {
                return Optional.empty();
            }
            return node(yaml().compose(new StringReader(source.text())), false);
        } catch (MarkedYAMLException e) {
            syntaxError(e);
        } catch (YAMLException | StackOverflowError e) {
            error(
                    "yaml",
                    source.whole(),
                    "不是有效的 YAML：%s",
                    "this is not valid YAML: %s",
                    String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(true); // compose() does not look; duplicates are found here, with both places
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setAllowRecursiveKeys(false);
        Resolver everyScalarIsText = new Resolver() {
            @Override
            protected void addImplicitResolvers() {}
        };
        DumperOptions dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumping), dumping, options, everyScalarIsText);
    }

    /** Reports what this dialect of YAML leaves out; returns whether the document can be composed. */
    private boolean checkEvents() {
        boolean sound = true;
        int documents = 0;
        boolean ended = false;
        for (Event event : yaml().parse(new StringReader(source.text()))) {
            Location at = location(event.getStartMark(), event.getEndMark());
            if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
                error("anchor", at, "不使用锚点（&）和别名（*）", "anchors (&) and aliases (*) are not used");
                sound = false;
            } else if (tag(event) != null) {
                error("tag", at, "不使用标签“%s”", "tags are not used: \"%s\"", String.valueOf(tag(event)));
                sound = false;
            } else if (event instanceof DocumentStartEvent && ++documents == 2) {
                error("documents", at, "一个文件只能有一个文档", "a file holds one document");
                sound = false;
            } else if (event instanceof DocumentEndEvent end) {
                ended = end.getExplicit();
            }
        }
        if (documents == 0) {
            error("empty", source.whole(), "文件是空的", "the file is empty");
            return false;
        }
        if (!ended) {
            Location last = new Location(source, source.lines().size(), 0, 0);
            error(
                    "no-end-mark",
                    last,
                    "文件末尾缺少“...”一行，可能被截断",
                    "the line \"...\" that ends the file is missing; the file may have been cut off");
        }
        return sound;
    }

    private static @Nullable String tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent collection ? collection.getTag() : null;
    }

    private Optional<Node> node(org.yaml.snakeyaml.nodes.@Nullable Node node, boolean inFlow) {
        if (node instanceof ScalarNode scalar) {
            checkFullWidth(scalar, inFlow);
            checkCharacters(scalar);
            return Optional.of(new Scalar(scalar.getValue(), location(scalar)));
        }
        if (node instanceof SequenceNode sequence) {
            boolean flow = sequence.getFlowStyle() == FlowStyle.FLOW;
            List<Node> items = new ArrayList<>();
            sequence.getValue().forEach(item -> node(item, flow).ifPresent(items::add));
            return Optional.of(new Sequence(items, location(sequence)));
        }
        return node instanceof MappingNode mapping ? Optional.of(mapping(mapping)) : Optional.empty();
    }

    private Mapping mapping(MappingNode mapping) {
        boolean flow = mapping.getFlowStyle() == FlowStyle.FLOW;
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Location at = location(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)
                    || key.getValue().isEmpty()) {
                error("key", at, "键必须是文字", "a key must be a word");
                continue;
            }
            checkFullWidth(key, flow);
            checkCharacters(key);
            if (key.getValue().equals("<<")) {
                error("merge-key", at, "不使用合并键“<<”", "the merge key \"<<\" is not used");
            } else if (entries.containsKey(key.getValue())) {
                error(
                        "duplicate-key",
                        at,
                        "键“%s”重复，第一次在第 %s 行",
                        "duplicate key \"%s\", first on line %s",
                        key.getValue(),
                        entries.get(key.getValue()).keyPlace().line());
            } else {
                node(tuple.getValueNode(), flow).ifPresent(value -> entries.put(key.getValue(), new Entry(at, value)));
            }
        }
        return new Mapping(entries, location(mapping));
    }

    /** Inside brackets a full-width comma or colon would silently become part of the text. */
    private void checkFullWidth(ScalarNode scalar, boolean inFlow) {
        if (inFlow
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && scalar.getValue().matches("(?s).*[，：].*")) {
            error(
                    "full-width",
                    location(scalar),
                    "方括号、花括号内有全角“，”或“：”，应为半角；若是文字的一部分，请加引号",
                    "full-width \"，\" or \"：\" inside brackets; use \",\" and \": \", or quotes if it is part of the"
                            + " text");
        }
    }

    private void checkCharacters(ScalarNode scalar) {
        if (!Width.visible(scalar.getValue().replace("\n", ""))
                .equals(scalar.getValue().replace("\n", ""))) {
            error(
                    "character",
                    location(scalar),
                    "有看不见的控制字符：%s",
                    "there is an invisible control character: %s",
                    Width.visible(scalar.getValue()));
        }
    }

    private void syntaxError(MarkedYAMLException e) {
        Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        Location at = mark == null ? source.whole() : location(mark, mark);
        Optional<Location> fullWidth = fullWidthNear(at.line());
        if (fullWidth.isPresent()) {
            error(
                    "full-width",
                    fullWidth.get(),
                    "此处有全角标点，YAML 的冒号、逗号、引号要用半角（冒号后加一个空格）",
                    "full-width punctuation here; YAML needs \": \", \",\" and straight quotes");
        } else {
            String problem = e.getProblem() == null ? "" : e.getProblem();
            Text tabs = problem.contains("\\t")
                    ? Text.of("（缩进不能用制表符，请用空格）", " (indent with spaces, not with tabs)")
                    : Text.of("");
            error("yaml", at, "YAML 语法错误%s：%s", "YAML syntax%s: %s", tabs, problem);
        }
    }

    private Optional<Location> fullWidthNear(int line) {
        for (int at = line; at >= Math.max(line - 1, 1); at--) {
            String shown = at <= source.lines().size() ? source.lines().get(at - 1) : "";
            for (int i = 0; i < shown.length(); i++) {
                if ("：，“”".indexOf(shown.charAt(i)) >= 0) {
                    return Optional.of(new Location(source, at, shown.codePointCount(0, i) + 1, 1));
                }
            }
        }
        return Optional.empty();
    }

    private Location location(org.yaml.snakeyaml.nodes.Node node) {
        return location(node.getStartMark(), node.getEndMark());
    }

    private Location location(Mark start, Mark end) {
        int width = start.getLine() == end.getLine() ? end.getColumn() - start.getColumn() : 1;
        return new Location(source, start.getLine() + 1, start.getColumn() + 1, width);
    }

    private void error(String code, Location at, String zh, String en, Object... parts) {
        problems.error(code, at, Text.of(zh, en, parts));
    }
}
