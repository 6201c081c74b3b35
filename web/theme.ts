import type { ThemeConfig } from 'antd';

/** antd's own blue fails the contrast of WCAG AA on small buttons; this one passes. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0958d9',
    colorPrimaryHover: '#0a48ad',
    colorPrimaryActive: '#083a8c',
    colorLink: '#0958d9',
    colorTextPlaceholder: '#6b7280',
    colorTextDescription: '#5a6270',
    colorError: '#b3121b',
    borderRadius: 4,
    fontSize: 14,
    controlHeight: 32,
    motion: false,
    fontFamily: '"Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif',
  },
  components: {
    Alert: { withDescriptionPadding: '8px 12px', withDescriptionIconSize: 16, fontSizeLG: 14 },
    Form: { itemMarginBottom: 14, verticalLabelPadding: '0 0 4px' },
  },
};
