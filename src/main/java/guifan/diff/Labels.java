package guifan.diff;

import guifan.source.Text;
import java.util.Map;

/** The words for the keys of a standard. */
public final class Labels {

    private static final Map<String, Text> WORDS = Map.ofEntries(
            word("points", "分值", "points"),
            word("rule", "评分规则", "rule"),
            word("items", "子项", "items"),
            word("measure", "实绩", "measure"),
            word("measured-in", "计量单位", "measured in"),
            word("applies-to", "适用类别", "applies to"),
            word("missing", "未填的处理", "missing"),
            word("panel", "考评员", "panel"),
            word("area", "所属方面", "area"),
            word("name", "名称", "name"),
            word("short", "简称", "short name"),
            word("evidence", "佐证", "evidence"),
            word("evidence-required", "须有佐证", "evidence required"),
            word("basis", "依据", "basis"),
            word("from", "新旧对照", "crosswalk"),
            word("variants", "按类别的口径", "variants"),
            word("note", "注", "note"),
            word("attested", "原文所载", "attested"),
            word("order", "次序", "order"),
            word("from-standard", "取自其他标准", "from another standard"),
            word("total", "满分", "full marks"),
            word("units", "单位类别", "kinds of unit"),
            word("rounding", "取舍", "rounding"),
            word("not-applicable", "不适用的处理", "not applicable"),
            word("ranking", "排名", "ranking"),
            word("at-least", "等次线", "threshold"),
            word("otherwise", "其余", "otherwise"),
            word("then", "后果", "consequence"),
            word("rectify-within", "整改期限", "days to rectify"),
            word("when", "条件", "condition"),
            word("at-most", "不高于", "at most"),
            word("reason", "理由", "reason"),
            word("type", "类型", "type"),
            word("counts-state", "按状态计数", "counts a state"),
            word("by", "定等依据", "graded by"),
            word("compare", "比较的数", "compared"),
            word("bonus.cap", "加分封顶", "cap of bonuses"),
            word("penalty.cap", "扣分封顶", "cap of penalties"),
            word("weight", "权重", "weight"),
            word("combine", "合成方法", "combined by"),
            word("weights-total", "权重合计", "sum of the weights"),
            word("drop-lowest", "去掉最低", "lowest dropped"),
            word("drop-highest", "去掉最高", "highest dropped"),
            word("coverage", "最低覆盖", "minimum coverage"),
            word("round", "本项舍入", "rounding"),
            word("factor", "系数", "factor"),
            word("score.at-least", "得分下限", "floor"),
            word("tally", "台账统计", "counted from the log"),
            word("groups", "汇总", "put together"),
            word("activities", "活动台账", "activity log"),
            word("requires", "条件", "conditions"),
            word("quota", "名额规定", "quota"),
            word("consequences", "历年等次的后果", "consequences over years"),
            word("min", "下限", "least"),
            word("max", "上限", "most"),
            word("may-not-apply", "可不适用", "may not apply"),
            word("kinds", "类别", "kinds"),
            word("called", "参评对象", "called"),
            word("owner", "所属单位栏", "column of the owner"),
            word("columns", "其他栏", "other columns"),
            word("limits", "个数限制", "limits"),
            word("per", "同一", "per"),
            word("most", "最多", "most"),
            word("first-by", "先后按", "first by"),
            word("year-ends", "年度截止", "the year ends"),
            word("recorded-by", "登记截止", "recorded by"),
            word("also", "另有形式", "other forms"),
            word("weights", "权数", "weights"),
            word("fact", "事实", "fact"),
            word("times", "乘以", "times"),
            word("plus", "加", "plus"),
            word("id", "编号", "id"),
            word("part", "分子", "part"),
            word("whole", "分母", "whole"),
            word("when-zero", "0÷0 时", "0 of 0"),
            word("periods", "各期", "periods"),
            word("values", "各档", "values"),
            word("kind", "规则种类", "kind of rule"),
            word("score.at-most", "得分上限", "cap"));

    private Labels() {}

    private static Map.Entry<String, Text> word(String key, String zh, String en) {
        return Map.entry(key, new Text(zh, en));
    }

    /** Returns the words for {@code key}, which stands for itself where there are none. */
    public static Text of(String key) {
        Text known = WORDS.get(key);
        if (known != null) {
            return known;
        }
        int dot = key.lastIndexOf('.');
        return dot < 0 ? Text.of(key) : of(key.substring(dot + 1));
    }
}
